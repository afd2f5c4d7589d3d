package io.familiarface.customers.promise;

import io.familiarface.customers.customer.CustomerChanged;
import io.familiarface.customers.visit.TechniciansChanged;
import io.familiarface.customers.visit.VisitHistory;
import io.familiarface.rest.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Visits break and release promises by themselves, without anyone having to notice. */
@ApplicationScoped
class DecidingByVisits {

  private final Promises promises;
  private final VisitHistory visits;
  private final Clock clock;
  private final AuditTrail audit;
  private final Event<CustomerChanged> changed;

  DecidingByVisits(
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

  void decide(@Observes TechniciansChanged visitsChanged) {
    UUID customerId = visitsChanged.customerId();
    Instant now = clock.instant();
    List<Promise> standing = promises.allOf(customerId);
    if (standing.isEmpty()) {
      return;
    }
    var changes = visits.changesOf(customerId);
    standing.stream()
        .filter(promise -> isDecidedAnew(promise, () -> promise.decide(changes, now)))
        .flatMap(DecidingByVisits::dates)
        .max(Comparator.naturalOrder())
        .ifPresent(at -> changed.fire(CustomerChanged.at(at, customerId)));
  }

  private boolean isDecidedAnew(Promise promise, java.util.function.BooleanSupplier decision) {
    PromiseView before = PromiseView.from(promise);
    if (!decision.getAsBoolean()) {
      return false;
    }
    audit.changed(
        "promise.decided",
        "promise",
        promise.id,
        promise.customerId,
        before,
        PromiseView.from(promise));
    return true;
  }

  /** When the promise was made, decided and broken: the newest says when the change happened. */
  private static Stream<Instant> dates(Promise promise) {
    return Stream.concat(
        Stream.of(promise.decidedAt == null ? promise.madeAt : promise.decidedAt),
        promise.breaches.stream().map(BreachRow::at));
  }
}
