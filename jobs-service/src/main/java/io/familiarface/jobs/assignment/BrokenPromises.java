package io.familiarface.jobs.assignment;

import io.familiarface.jobs.customer.CustomerState;
import java.time.Instant;
import java.util.List;

/**
 * Which promises an assignment would break, by our copy of them: foresight only, since
 * customers-service decides when the visit has been.
 */
final class BrokenPromises {
  private BrokenPromises() {}

  static List<Impact.BrokenPromise> by(ProposedAssignment proposed, CustomerState customer) {
    if (!proposed.outcome().isTechnicianChange()) {
      return List.of();
    }
    Instant at = proposed.visit().scheduledAt();
    return customer.promises().stream()
        .filter(promise -> promise.isBrokenBy(proposed.newcomer().id()))
        .filter(promise -> promise.isStillValidAt(at))
        .map(
            promise ->
                new Impact.BrokenPromise(
                    promise.id(), promise.text(), promise.madeBy(), promise.madeAt()))
        .toList();
  }
}
