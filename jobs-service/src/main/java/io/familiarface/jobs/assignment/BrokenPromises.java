package io.familiarface.jobs.assignment;

import io.familiarface.jobs.customer.CustomerState;
import io.familiarface.jobs.visit.Substitution;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Which promises an assignment would break, by our copy of them: foresight only, since
 * customers-service decides when the visit has been.
 */
public final class BrokenPromises {
  private BrokenPromises() {}

  static List<Impact.BrokenPromise> by(ProposedAssignment proposed, CustomerState customer) {
    return by(proposed.visit().plannedTechnicianId(), proposed.at(), proposed.counted(), customer);
  }

  /**
   * Those that break if somebody comes to a visit.
   *
   * @param planned whom the agreement would have sent; may be null
   */
  public static List<Impact.BrokenPromise> by(
      UUID planned, Instant at, Substitution change, CustomerState customer) {
    return change.broken(planned, at, customer.promises()).stream()
        .map(
            promise ->
                new Impact.BrokenPromise(
                    promise.id(), promise.text(), promise.madeBy(), promise.madeAt()))
        .toList();
  }
}
