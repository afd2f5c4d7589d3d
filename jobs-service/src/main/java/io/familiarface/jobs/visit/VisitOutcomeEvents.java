package io.familiarface.jobs.visit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.familiarface.jobs.CompanyCalendar;
import java.time.Instant;
import java.util.UUID;

/** What became of a visit, as the feed {@code jobs} tells it. */
final class VisitOutcomeEvents {
  private VisitOutcomeEvents() {}

  record Completed(@JsonUnwrapped PlannedVisitEvent plan, Instant completedAt, Boolean onTime) {
    static Completed of(Visit visit) {
      return new Completed(PlannedVisitEvent.of(visit), visit.completedAt, visit.onTime);
    }
  }

  /**
   * Nothing came of it.
   *
   * @param calledOff whether it was clear before its day that nobody would come
   * @param nobodyCame whether the customer waits, or waited, for nobody: they did not know before
   *     its time, and were there
   */
  record Missed(
      @JsonUnwrapped PlannedVisitEvent plan,
      Instant missedAt,
      MissedReason reason,
      boolean calledOff,
      boolean nobodyCame) {
    static Missed of(Visit visit, CompanyCalendar calendar) {
      boolean calledOff = visit.isCalledOff(calendar);
      boolean knew = calledOff && visit.isToldInTime();
      return new Missed(
          PlannedVisitEvent.of(visit),
          visit.missedAt,
          visit.missedReason,
          calledOff,
          !knew && visit.missedReason != MissedReason.CUSTOMER_NOT_THERE);
    }
  }

  record Withdrawn(UUID visitId, UUID agreementId, UUID customerId, long revision) {
    static Withdrawn of(Visit visit) {
      return new Withdrawn(visit.id, visit.agreementId, visit.customerId, visit.version);
    }
  }
}
