package io.familiarface.jobs.visit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
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

  record Missed(@JsonUnwrapped PlannedVisitEvent plan, Instant missedAt, MissedReason reason) {
    static Missed of(Visit visit) {
      return new Missed(PlannedVisitEvent.of(visit), visit.missedAt, visit.missedReason);
    }
  }

  record Withdrawn(UUID visitId, UUID agreementId, UUID customerId, long revision) {
    static Withdrawn of(Visit visit) {
      return new Withdrawn(visit.id, visit.agreementId, visit.customerId, visit.version);
    }
  }
}
