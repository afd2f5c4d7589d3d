package io.familiarface.jobs.assignment;

import io.familiarface.jobs.customer.KnownCustomer;
import io.familiarface.jobs.visit.ChangeReason;
import io.familiarface.jobs.visit.TechnicianChange;
import io.familiarface.jobs.visit.Visit;
import java.time.Instant;
import java.util.List;

/**
 * Which promises an assignment would break, by our copy of them: foresight only, since
 * customers-service decides when the visit has been.
 */
final class BreakingPromises {
  private BreakingPromises() {}

  static List<Impact.BrokenPromise> by(ProposedAssignment proposed, KnownCustomer customer) {
    Visit visit = proposed.visit();
    TechnicianChange change = proposed.change();
    if (!proposed.isTechnicianChange() || isFine(change, visit.scheduledAt())) {
      return List.of();
    }
    return customer.promises().stream()
        .filter(promise -> promise.isBrokenBy(change.technicianId()))
        .filter(promise -> promise.isStillValidAt(visit.scheduledAt()))
        .map(
            promise ->
                new Impact.BrokenPromise(
                    promise.id(), promise.text(), promise.madeBy(), promise.madeAt()))
        .toList();
  }

  /** She asked for it, or somebody new is handed over to in the good way. */
  private static boolean isFine(TechnicianChange change, Instant visitAt) {
    return change.reason() == ChangeReason.CUSTOMER_REQUEST
        || change.isForGood()
            && Boolean.TRUE.equals(change.notice().toldBefore(visitAt))
            && Boolean.TRUE.equals(change.notice().introducedBefore(visitAt));
  }
}
