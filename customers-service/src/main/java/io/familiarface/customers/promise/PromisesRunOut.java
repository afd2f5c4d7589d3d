package io.familiarface.customers.promise;

import io.familiarface.customers.customer.CustomerChanged;
import io.familiarface.customers.customer.Customers;
import io.familiarface.customers.visit.VisitHistory;
import io.familiarface.rest.audit.AuditTrail;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** A promise that came to its end unbroken was kept. */
@ApplicationScoped
class PromisesRunOut {

  private static final int AT_A_TIME = 200;

  private final Promises promises;
  private final Customers customers;
  private final VisitHistory visits;
  private final Clock clock;
  private final AuditTrail audit;
  private final Event<CustomerChanged> changed;

  PromisesRunOut(
      Promises promises,
      Customers customers,
      VisitHistory visits,
      Clock clock,
      AuditTrail audit,
      Event<CustomerChanged> changed) {
    this.promises = promises;
    this.customers = customers;
    this.visits = visits;
    this.clock = clock;
    this.audit = audit;
    this.changed = changed;
  }

  @Scheduled(
      every = "${customers.promises.look-for-run-out-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    List<UUID> customerIds =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    promises.runOut(clock.instant(), AT_A_TIME).stream()
                        .map(promise -> promise.customerId)
                        .distinct()
                        .toList());
    customerIds.forEach(id -> QuarkusTransaction.requiringNew().run(() -> keepOf(id)));
  }

  private void keepOf(UUID customerId) {
    if (!customers.hold(customerId)) {
      return;
    }
    var changes = visits.changesOf(customerId);
    for (Promise promise : promises.allOf(customerId)) {
      PromiseView before = PromiseView.from(promise);
      if (promise.decide(changes, clock.instant())) {
        PromiseView after = PromiseView.from(promise);
        audit.changed("promise.decided", "promise", promise.id, customerId, before, after);
        changed.fire(CustomerChanged.at(after.decidedAt(), customerId));
      }
    }
  }
}
