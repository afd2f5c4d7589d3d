package io.familiarface.jobs.plan;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.assignment.BrokenPromises;
import io.familiarface.jobs.assignment.Impact;
import io.familiarface.jobs.substitute.RosterEntry;
import io.familiarface.jobs.substitute.SendingRule;
import io.familiarface.jobs.visit.Notice;
import io.familiarface.jobs.visit.Permanence;
import io.familiarface.jobs.visit.Substitution;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a plan makes of a visit to which somebody is sent: for how long, and what the customer will
 * know of it. The promises that break and the risk that is asked for both follow from it.
 */
final class PlannedSubstitutions {
  private final PlanCause cause;
  private final Instant asOf;
  private final Duration noticePeriod;
  private final CompanyCalendar calendar;

  /**
   * Of a plan.
   *
   * @param noticePeriod so long before a visit its customer has to be told
   */
  PlannedSubstitutions(
      PlanCause cause, Instant asOf, Duration noticePeriod, CompanyCalendar calendar) {
    this.cause = cause;
    this.asOf = asOf;
    this.noticePeriod = noticePeriod;
    this.calendar = calendar;
  }

  static PlannedSubstitutions in(PlanDraft draft, CompanyCalendar calendar) {
    return new PlannedSubstitutions(draft.cause(), draft.asOf(), draft.noticePeriod(), calendar);
  }

  /**
   * Somebody is sent.
   *
   * @param introduced whether they are at the last visit of who leaves
   */
  Substitution of(VisitToServe visit, UUID technicianId, boolean introduced) {
    if (isUsual(visit, technicianId)) {
      return new Substitution(technicianId, null, null, Notice.UNKNOWN);
    }
    // The plan makes the notices for it.
    boolean inTime = asOf.isBefore(visit.visit().scheduledAt().minus(noticePeriod));
    return new Substitution(
        technicianId,
        cause.reason(),
        permanence(visit),
        new Notice(inTime ? true : null, null, introduced ? true : null, null));
  }

  /** Whether no rule refuses somebody, who stays where they would come for good. */
  boolean canBeSent(VisitToServe visit, RosterEntry who) {
    boolean forGood =
        !isUsual(visit, who.technicianId()) && permanence(visit) == Permanence.FOR_GOOD;
    return (!forGood || stays(who.employment().leftOn(), visit.demand().on()))
        && SendingRule.refusal(who, visit.demand()).isEmpty();
  }

  /**
   * Whether somebody who comes for good since a day is not gone again within a year.
   *
   * @param leftOn null for no end
   */
  static boolean stays(LocalDate leftOn, LocalDate since) {
    return leftOn == null || leftOn.isAfter(since.plusYears(1));
  }

  /** The ids of the promises that break if somebody is sent; none of whom nothing is known yet. */
  List<UUID> broken(VisitToServe visit, UUID technicianId, boolean introduced) {
    if (visit.customer() == null) {
      return List.of();
    }
    return BrokenPromises.by(
            visit.visit().plannedTechnicianId(),
            visit.visit().scheduledAt(),
            of(visit, technicianId, introduced),
            visit.customer())
        .stream()
        .map(Impact.BrokenPromise::promiseId)
        .toList();
  }

  /** Whether somebody can be at the last visit of who leaves, by what is booked already. */
  boolean canBeIntroduced(VisitToServe visit, RosterEntry who) {
    VisitToServe.Joint last = visit.joint();
    if (last == null || isUsual(visit, who.technicianId())) {
      return false;
    }
    return SendingRule.refusal(
            who,
            visit.demand().movedTo(last.at(), last.on(), calendar.timeOf(last.at()), last.timed()))
        .isEmpty();
  }

  static boolean isUsual(VisitToServe visit, UUID technicianId) {
    return technicianId.equals(visit.visit().plannedTechnicianId());
  }

  /** Whoever stands in for the usual technician is replaced for this visit alone. */
  private Permanence permanence(VisitToServe visit) {
    return visit.visit().isOwn() ? cause.permanence() : Permanence.THIS_VISIT;
  }
}
