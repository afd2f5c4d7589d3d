package io.familiarface.customers.promise;

import static java.util.Comparator.naturalOrder;

import io.familiarface.customers.customer.CustomerChanged;
import io.familiarface.customers.customer.CustomersChanged;
import io.familiarface.customers.visit.DecidingVisits;
import io.familiarface.customers.visit.VisitHistory;
import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.rest.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;

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
  private final Database database;
  private final Event<CustomerChanged> changed;
  private final Event<CustomersChanged> severalChanged;

  PromiseDecisions(
      Promises promises,
      VisitHistory visits,
      Clock clock,
      AuditTrail audit,
      Database database,
      Event<CustomerChanged> changed,
      Event<CustomersChanged> severalChanged) {
    this.promises = promises;
    this.visits = visits;
    this.clock = clock;
    this.audit = audit;
    this.database = database;
    this.changed = changed;
    this.severalChanged = severalChanged;
  }

  /** Says whether the promise is decided otherwise than before. */
  boolean decide(Promise promise) {
    return promise.decide(visits, clock.instant());
  }

  /**
   * Decides every promise of these customers anew; what is as it was is not mentioned.
   *
   * @param trip what is to be done or asked before, such as that they are locked
   */
  void decideAllOf(Set<UUID> customerIds, RoundTrip trip) {
    trip.bind("customers", customerIds);
    var promised = Promises.ofCustomers(trip);
    var deciding = VisitHistory.deciding(trip);
    trip.send();
    List<Decided> decided =
        promised.all().stream()
            .map(promise -> decide(promise, deciding))
            .filter(one -> !one.after().equals(one.before().decision()))
            .toList();
    if (!decided.isEmpty()) {
      publish(decided);
    }
  }

  private Decided decide(Promises.Row promise, DecidingVisits deciding) {
    return new Decided(
        promise,
        promise.kind().decide(promise.customerId(), promise.terms(), deciding, clock.instant()));
  }

  private void publish(List<Decided> decided) {
    Map<UUID, Instant> newest = new HashMap<>();
    for (Decided one : decided) {
      audit.changed(
          "promise.decided", "promise", one.id(), one.customerId(), one.before().view(), one.now());
      newest.merge(one.customerId(), one.newestDate(), BinaryOperator.maxBy(naturalOrder()));
    }
    RoundTrip trip = database.roundTrip();
    Promises.write(trip, decided);
    severalChanged.fire(new CustomersChanged(newest, trip));
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
}
