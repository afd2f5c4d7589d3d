package io.familiarface.jobs.visit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;

/** What became of a visit, as the feed {@code jobs} tells it. */
final class VisitOutcome {
  private VisitOutcome() {}

  record Completed(@JsonUnwrapped VisitPlan plan, Instant completedAt, Boolean onTime) {
    static Completed of(Visit visit) {
      return new Completed(VisitPlan.of(visit), visit.completedAt(), visit.onTime());
    }
  }

  record Missed(@JsonUnwrapped VisitPlan plan, Instant missedAt, MissedReason reason) {
    static Missed of(Visit visit) {
      return new Missed(VisitPlan.of(visit), visit.missedAt(), visit.missedReason());
    }
  }

  record Withdrawn(UUID visitId, UUID agreementId, UUID customerId, long revision) {
    static Withdrawn of(Visit visit) {
      return new Withdrawn(visit.id(), visit.agreementId(), visit.customerId(), visit.version());
    }
  }
}
