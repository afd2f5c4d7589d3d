package io.familiarface.feedback.jobs;

import io.familiarface.risk.signal.Disengaged;
import io.familiarface.risk.signal.Disengagement;
import java.time.Instant;
import java.util.UUID;

/** A customer draws back a little, as the feed {@code jobs} tells it. */
record DisengagementEvent(
    UUID disengagementId, UUID customerId, Instant at, String how, long revision) {

  /** The same, of another customer. */
  DisengagementEvent of(UUID customer) {
    return new DisengagementEvent(disengagementId, customer, at, how, revision);
  }

  /**
   * @throws IllegalArgumentException for a way that is new to us
   */
  Disengaged signal() {
    return new Disengaged(disengagementId, at, Disengagement.valueOf(how));
  }
}
