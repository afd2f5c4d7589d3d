package io.familiarface.feedback.assessment;

import io.familiarface.risk.engine.Band;
import io.familiarface.risk.state.CustomerState;
import io.familiarface.risk.state.CustomerStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.PropagateNull;

/**
 * What is stored of a customer's risk: the engine's state and the newest assessment made from it.
 *
 * @param state the engine's compact state; null while nothing has happened
 * @param lastAt the business time of the newest signal in the state
 * @param firstAt the business time of the oldest signal
 * @param pendingFrom when the first of the signals that lie in the future will have happened
 * @param modelVersion the model that the state and the assessment were made with
 * @param nextCheckAt when to assess the customer again without news; null for never
 */
record CustomerRisk(
    UUID customerId,
    byte[] state,
    Instant lastAt,
    Instant firstAt,
    Instant pendingFrom,
    String modelVersion,
    @Nested LatestAssessment latest,
    Instant nextCheckAt) {

  /** Whether another version of this service wrote the state, which is to be made anew. */
  boolean isOfAnotherFormat() {
    return state != null && (state.length == 0 || state[0] != CustomerState.FORMAT);
  }

  /** Nothing known yet. */
  static CustomerRisk none(UUID customerId) {
    return new CustomerRisk(customerId, null, null, null, null, null, null, null);
  }

  /** The newest assessment, as it is listed; null before the first. */
  record LatestAssessment(
      @PropagateNull Instant assessedAt,
      double probability,
      Band band,
      boolean flagged,
      CustomerStatus standing,
      List<String> reasonCodes,
      String topReason) {}
}
