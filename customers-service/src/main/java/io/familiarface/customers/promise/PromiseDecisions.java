package io.familiarface.customers.promise;

import io.familiarface.customers.customer.CustomerChanged;
import io.familiarface.customers.visit.VisitHistory;
import io.familiarface.rest.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Decides promises by all that is known, and publishes what came of it. The caller has locked the
 * customer.
 */
@ApplicationScoped
class PromiseDecisions {

  private final Promises promises;
  private final VisitHistory visits;
  private final Clock clock;
  private final AuditTrail audit;
  private final Event<CustomerChanged> changed;

  PromiseDecisions(
      Promises promises,
      VisitHistory visits,
      Clock clock,
      AuditTrail audit,
      Event<CustomerChanged> changed) {
    this.promises = promises;
    this.visits = visits;
    this.clock = clock;
    this.audit = audit;
    this.changed = changed;
  }

  /** Says whether the promise is decided otherwise than before. */
  boolean decide(Promise promise) {
    return promise.decide(visits, clock.instant());
  }

  /** Decides every promise of these customers anew; what is as it was is not mentioned. */
  void decideAllOf(Set<UUID> customerIds) {
    for (Promise promise : promises.ofCustomers(customerIds)) {
      PromiseView before = PromiseView.of(promise);
      if (decide(promise)) {
        publish("promise.decided", promise, before, newestDate(promise));
      }
    }
  }

  /**
   * @param before null for a new promise
   * @param at when it happened, in business time
   */
  void publish(String action, Promise promise, PromiseView before, Instant at) {
    audit.changed(
        action, "promise", promise.id, promise.customerId, before, PromiseView.of(promise));
    changed.fire(CustomerChanged.at(at, promise.customerId));
  }

  private static Instant newestDate(Promise promise) {
    return Stream.concat(
            Stream.of(promise.decidedAt == null ? promise.madeAt : promise.decidedAt),
            promise.breaches.stream().map(BreachRow::at))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }
}
