package io.familiarface.jobs.plan;

import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.jobs.project.StepsToCome;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What beside visits somebody can't do who is away or leaves: a step of a project, or an agreement
 * that is paused until somebody says otherwise, whose visits to come nobody knows.
 *
 * @param id of the step or the agreement
 * @param title of the step; null for an agreement
 * @param until the last day of the step; for an agreement the first as well
 */
record OtherWork(
    UUID id,
    long version,
    UUID agreementId,
    UUID projectId,
    Integer step,
    String title,
    UUID customerId,
    LocalDate from,
    LocalDate until) {

  static OtherWork of(StepsToCome.Step step) {
    return new OtherWork(
        step.id(),
        step.version(),
        null,
        step.projectId(),
        step.number(),
        step.title(),
        step.customerId(),
        step.startsOn(),
        step.endsOn());
  }

  /**
   * An agreement.
   *
   * @param from the first day on which its technician is gone
   */
  static OtherWork of(Agreements.Resting agreement, LocalDate from) {
    return new OtherWork(
        agreement.id(),
        agreement.version(),
        agreement.id(),
        null,
        null,
        null,
        agreement.customerId(),
        from,
        from);
  }

  boolean isStep() {
    return projectId != null;
  }

  boolean overlaps(OtherWork other) {
    return !until.isBefore(other.from) && !from.isAfter(other.until);
  }
}
