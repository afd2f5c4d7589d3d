package io.familiarface.feedback.jobs;

import io.familiarface.risk.signal.Surprised;
import java.time.Instant;
import java.util.UUID;

/**
 * A step of a project moved, or somebody else comes to it, without the customer having been told:
 * as the feed {@code jobs} tells it.
 */
record SurpriseEvent(UUID surpriseId, UUID customerId, Instant at, long revision) {

  /** The same, of another customer. */
  SurpriseEvent of(UUID customer) {
    return new SurpriseEvent(surpriseId, customer, at, revision);
  }

  Surprised signal() {
    return new Surprised(surpriseId, at);
  }
}
