package io.familiarface.jobs.plan;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.jobs.project.StepsToCome;
import io.familiarface.jobs.substitute.RosterEntry;
import io.familiarface.jobs.visit.Visits;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What beside visits somebody can't do who is away or leaves: a step of a project, or an agreement
 * that is paused until somebody says otherwise, whose visits to come nobody knows.
 *
 * @param id of the step or the agreement
 * @param title of the step; null for an agreement
 * @param until the last day of the step; for an agreement the first as well
 * @param begun whether it is the rest of a step
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
    LocalDate until,
    boolean begun) {

  /** A step; of one that has begun the rest: its past days are what they were. */
  static OtherWork of(StepsToCome.Step step, LocalDate today) {
    boolean begun = step.startsOn().isBefore(today);
    return new OtherWork(
        step.id(),
        step.version(),
        null,
        step.projectId(),
        step.number(),
        step.title(),
        step.customerId(),
        begun ? today : step.startsOn(),
        step.endsOn(),
        begun);
  }

  /**
   * An agreement.
   *
   * @param from the first day on which whoever was to come is gone
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
        from,
        false);
  }

  /** As a visit on its first day at no hour of its own, for the rules of who can be sent. */
  Visits.Touched asVisit(UUID technicianId, CompanyCalendar calendar) {
    return new Visits.Touched(
        id,
        version,
        agreementId,
        customerId,
        calendar.startOf(from),
        from,
        false,
        technicianId,
        technicianId,
        false);
  }

  boolean isStep() {
    return projectId != null;
  }

  RosterEntry.AtStep atStep() {
    return new RosterEntry.AtStep(projectId, from, until);
  }

  boolean overlaps(OtherWork other) {
    return !until.isBefore(other.from) && !from.isAfter(other.until);
  }
}
