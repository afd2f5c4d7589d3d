package io.familiarface.jobs.project;

import io.familiarface.jobs.JobsProblem;
import io.familiarface.rest.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A step of a project, in words for who is not of the trade. */
@Entity
class ProjectStep {
  @Id UUID id;
  UUID projectId;
  int number;
  String title;
  String whatToExpect;
  LocalDate startsOn;
  LocalDate endsOn;
  UUID technicianId;

  /** Whose material or work it is, if not ours. */
  String supplier;

  @JdbcTypeCode(SqlTypes.ARRAY)
  List<Integer> afterSteps;

  /** When the customer was walked through it; what moves after that has to be told. */
  Instant walkedThroughAt;

  @Version long version;

  protected ProjectStep() {}

  static ProjectStep create(UUID projectId, int number, StepDetails details) {
    ProjectStep step = new ProjectStep();
    step.id = Ids.next();
    step.projectId = projectId;
    step.number = number;
    step.update(details);
    return step;
  }

  void update(StepDetails details) {
    if (details.endsOn().isBefore(details.startsOn())) {
      throw JobsProblem.CONTRADICTION.at(
          "/endsOn", "A step can't end before it starts, on %s.".formatted(details.startsOn()));
    }
    title = details.title();
    whatToExpect = details.whatToExpect();
    startsOn = details.startsOn();
    endsOn = details.endsOn();
    technicianId = details.technicianId();
    supplier = details.supplier();
    afterSteps = details.after();
  }

  StepDetails details() {
    return new StepDetails(
        title,
        whatToExpect,
        startsOn,
        endsOn,
        technicianId,
        supplier,
        List.copyOf(afterSteps),
        null);
  }
}
