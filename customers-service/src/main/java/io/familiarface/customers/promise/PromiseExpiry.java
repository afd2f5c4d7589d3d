package io.familiarface.customers.promise;

import io.familiarface.customers.customer.Customers;
import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;

/** A promise that came to its end unbroken was kept. */
@ApplicationScoped
class PromiseExpiry {

  private static final int AT_A_TIME = 200;

  private final Promises promises;
  private final Database database;
  private final PromiseDecisions decisions;
  private final Clock clock;

  PromiseExpiry(Promises promises, Database database, PromiseDecisions decisions, Clock clock) {
    this.promises = promises;
    this.database = database;
    this.decisions = decisions;
    this.clock = clock;
  }

  /** Several copies of this service may look at once: whoever comes second finds nothing to do. */
  @Scheduled(
      every = "${familiar.promises.look-for-expired-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void decideExpired() {
    QuarkusTransaction.requiringNew()
        .call(() -> promises.customersWithExpired(clock.instant(), AT_A_TIME))
        .forEach(id -> QuarkusTransaction.requiringNew().run(() -> decideAllOf(id)));
  }

  private void decideAllOf(UUID customerId) {
    RoundTrip trip = database.roundTrip().bind("customers", Set.of(customerId));
    Customers.lock(trip);
    decisions.decideAllOf(Set.of(customerId), trip);
  }
}
