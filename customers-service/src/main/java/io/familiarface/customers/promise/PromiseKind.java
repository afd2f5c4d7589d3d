package io.familiarface.customers.promise;

import io.familiarface.customers.decision.Decision;
import io.familiarface.customers.decision.PromiseTerms;
import io.familiarface.customers.visit.DecidingVisits;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

public enum PromiseKind {
  /** "I will be your technician." Visits decide it. */
  SAME_TECHNICIAN,
  /** When we come. A visit that came late breaks it. */
  ARRIVAL_WINDOW,
  CALL_AHEAD,
  PRICE,
  OTHER;

  /**
   * Decides a promise of this kind.
   *
   * @param visits asked for what decides it
   */
  Decision decide(UUID customerId, PromiseTerms terms, DecidingVisits visits, Instant now) {
    return switch (this) {
      case SAME_TECHNICIAN -> terms.decide(visits.substitutionsOf(customerId), now);
      case ARRIVAL_WINDOW -> terms.decideByLateness(visits.lateVisitsOf(customerId), now);
      default -> terms.decide(List.of(), now);
    };
  }
}
