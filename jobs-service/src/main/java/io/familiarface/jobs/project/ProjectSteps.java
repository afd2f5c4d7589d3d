package io.familiarface.jobs.project;

import io.familiarface.jobs.JobsProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The steps of projects. */
@ApplicationScoped
class ProjectSteps implements PanacheRepositoryBase<ProjectStep, UUID> {

  List<ProjectStep> of(Project project) {
    return list("projectId = ?1 order by number", project.id);
  }

  /** A step of another project for which a technician is planned on one of the days. */
  Optional<ProjectStep> elsewhere(
      Project project, UUID technicianId, LocalDate from, LocalDate until) {
    return find(
            """
            technicianId = ?1 and projectId <> ?2 and endsOn >= ?3 and startsOn <= ?4
            order by startsOn, id
            """,
            technicianId,
            project.id,
            from,
            until)
        .page(0, 1)
        .firstResultOptional();
  }

  /** As it stands in the database now; its project is locked. */
  void readAgain(ProjectStep step) {
    getEntityManager().refresh(step);
  }

  ProjectStep get(Project project, int number) {
    return find("projectId = ?1 and number = ?2", project.id, number)
        .firstResultOptional()
        .orElseThrow(
            () ->
                JobsProblem.NO_SUCH_STEP.because(
                    "Project '%s' has no step %d.".formatted(project.title, number)));
  }
}
