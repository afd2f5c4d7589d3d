package io.familiarface.feedback.jobs;

import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.rest.neighbour.NeighbourLookup;
import io.familiarface.rest.neighbour.Neighbours;
import io.familiarface.rest.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds the project that somebody speaks of: in the own copy first, else at jobs-service. */
@ApplicationScoped
public class Projects {
  private final ProjectCopies copies;
  private final NeighbourLookup<Answer> owner;

  Projects(ProjectCopies copies, Neighbours neighbours) {
    this.copies = copies;
    this.owner =
        neighbours.lookup("jobs", "projects", Answer.class, FeedbackProblem.NEIGHBOUR_AWAY);
  }

  /** What jobs-service answers. */
  record Answer(UUID id, UUID customerId, List<Step> steps) {
    record Step(int number) {}

    Answer {
      steps = steps == null ? List.of() : steps;
    }

    ProjectCopies.Copy copy() {
      return new ProjectCopies.Copy(id, customerId, steps.stream().map(Step::number).toList());
    }
  }

  /**
   * The project that a body names by at most one of two fields, of the customer it speaks of.
   *
   * @param step the number of one of its steps; null for none
   * @return null when it names none
   */
  public UUID resolve(UUID id, String externalId, Integer step, UUID customer) {
    if (id == null && externalId == null) {
      if (step != null) {
        throw CommonProblem.INVALID_REQUEST.at(
            "/projectStep", "Name the project that it is a step of.");
      }
      return null;
    }
    if (id != null && externalId != null) {
      throw CommonProblem.INVALID_REQUEST.at(
          "/projectId", "Give projectId or projectExternalId, not both.");
    }
    return required(known(id, externalId, step), id, externalId, step, customer);
  }

  /**
   * The same by the key alone, and of what was told already: an import asks nobody meanwhile.
   *
   * @return null when none is named
   */
  public UUID told(String externalId, Integer step, UUID customer) {
    return externalId == null
        ? resolve(null, null, step, customer)
        : required(copies.find(null, externalId), null, externalId, step, customer);
  }

  /** What a step is called; empty where nobody knows here. */
  public Optional<String> titleOf(UUID project, Integer step) {
    return project == null || step == null ? Optional.empty() : copies.title(project, step);
  }

  private static UUID required(
      Optional<ProjectCopies.Copy> found, UUID id, String externalId, Integer step, UUID customer) {
    String pointer = id == null ? "/projectExternalId" : "/projectId";
    String named = id == null ? externalId : id.toString();
    ProjectCopies.Copy project =
        found.orElseThrow(
            () ->
                FeedbackProblem.UNKNOWN_PROJECT.at(pointer, "There is no project " + named + "."));
    if (!project.customerId().equals(customer)) {
      throw FeedbackProblem.UNKNOWN_PROJECT.at(
          pointer, "Project " + named + " is another customer's.");
    }
    if (step != null && !project.steps().contains(step)) {
      throw FeedbackProblem.UNKNOWN_PROJECT.at(
          "/projectStep", "Project " + named + " has no step " + step + ".");
    }
    return project.id();
  }

  /** The list of projects, which is asked by the key, has no steps. */
  private Optional<Answer> asked(UUID id, String externalId) {
    return (id == null ? owner.byExternalId(externalId).map(Answer::id) : Optional.of(id))
        .flatMap(owner::byId);
  }

  /** A step that the copy has not heard of may have been added just now. */
  private Optional<ProjectCopies.Copy> known(UUID id, String externalId, Integer step) {
    return copies
        .find(id, externalId)
        .filter(copy -> step == null || copy.steps().contains(step))
        .or(() -> asked(id, externalId).map(Answer::copy));
  }
}
