package io.familiarface.customers.promise;

import io.familiarface.customers.customer.Customers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A promise that came to its end unbroken was kept. */
@ApplicationScoped
class PromisesRunOut {

  private static final int AT_A_TIME = 200;

  private final Promises promises;
  private final Customers customers;
  private final Decisions decisions;
  private final Clock clock;

  PromisesRunOut(Promises promises, Customers customers, Decisions decisions, Clock clock) {
    this.promises = promises;
    this.customers = customers;
    this.decisions = decisions;
    this.clock = clock;
  }

  /** Several copies of this service may look at once: whoever comes second finds nothing to do. */
  @Scheduled(
      every = "${customers.promises.look-for-run-out-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    customersWithSome().forEach(id -> QuarkusTransaction.requiringNew().run(() -> keepOf(id)));
  }

  private List<UUID> customersWithSome() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                promises.runOut(clock.instant(), AT_A_TIME).stream()
                    .map(promise -> promise.customerId)
                    .distinct()
                    .toList());
  }

  private void keepOf(UUID customerId) {
    if (customers.hold(customerId)) {
      decisions.decideAllOf(Set.of(customerId));
    }
  }
}
