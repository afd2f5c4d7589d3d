package io.familiarface.customers.promise;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.customers.customer.CustomerChanged;
import io.familiarface.customers.customer.Customers;
import io.familiarface.customers.keeping.PromiseState;
import io.familiarface.customers.visit.VisitHistory;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** Somebody says what became of a promise, and why. */
@ApplicationScoped
class DecidingByHand {

  private final Customers customers;
  private final Promises promises;
  private final VisitHistory visits;
  private final BusinessTime time;
  private final Caller caller;
  private final AuditTrail audit;
  private final Event<CustomerChanged> changed;

  DecidingByHand(
      Customers customers,
      Promises promises,
      VisitHistory visits,
      BusinessTime time,
      Caller caller,
      AuditTrail audit,
      Event<CustomerChanged> changed) {
    this.customers = customers;
    this.promises = promises;
    this.visits = visits;
    this.time = time;
    this.caller = caller;
    this.audit = audit;
    this.changed = changed;
  }

  @Transactional
  Promise decide(Ref customer, Ref ref, VerdictDetails details) {
    UUID customerId = customers.hold(customer);
    Promise promise = promises.get(customerId, ref);
    Instant at = time.ofFact(details.at(), "/at");
    requireOpen(promise);
    requireByHand(promise, details);
    if (at.isBefore(promise.madeAt)) {
      throw CommonProblem.INVALID_REQUEST.at(
          "/at", "The promise was made only at " + promise.madeAt + ".");
    }
    PromiseView before = PromiseView.from(promise);
    promise.decideByHand(details, caller.name(), at);
    promise.decide(visits.changesOf(customerId), time.now());
    promises.flush();
    PromiseView after = PromiseView.from(promise);
    audit.changed("promise.decided", "promise", promise.id, customerId, before, after);
    changed.fire(CustomerChanged.at(at, customerId));
    return promise;
  }

  private static void requireOpen(Promise promise) {
    if (promise.state != PromiseState.STANDING) {
      throw CustomersProblem.ALREADY_DECIDED.because(
          "This promise is " + promise.state + " since " + promise.decidedAt + ".");
    }
  }

  private static void requireByHand(Promise promise, VerdictDetails details) {
    if (promise.kind == PromiseKind.SAME_TECHNICIAN
        && details.state() == VerdictDetails.State.BROKEN) {
      throw CustomersProblem.DECIDED_BY_VISITS.at(
          "/state",
          "A promise of the same technician is broken by the visit that breaks it. Complete the"
              + " visit in jobs-service with the technician who came.");
    }
  }
}
