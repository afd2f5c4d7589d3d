package io.familiarface.customers.promise;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.customers.customer.Customers;
import io.familiarface.customers.decision.PromiseState;
import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.rest.Ref;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** Somebody says what became of a promise, and why. */
@ApplicationScoped
class DecidingByHand {

  private final Database database;
  private final Customers customers;
  private final Promises promises;
  private final PromiseDecisions decisions;
  private final BusinessTime time;
  private final Caller caller;

  DecidingByHand(
      Database database,
      Customers customers,
      Promises promises,
      PromiseDecisions decisions,
      BusinessTime time,
      Caller caller) {
    this.database = database;
    this.customers = customers;
    this.promises = promises;
    this.decisions = decisions;
    this.time = time;
    this.caller = caller;
  }

  @Transactional
  Promise decide(Ref customer, Ref ref, NewDecision details) {
    RoundTrip trip = Customers.bind(database.roundTrip(), customer);
    var locked = trip.query(Customers.lockOf(Customers.EXISTING), UUID.class);
    var meant = Promises.meant(trip, ref);
    trip.send();
    UUID customerId = locked.first().orElseThrow(() -> customers.unknown(customer));
    Promise promise = promises.get(customerId, meant.get());
    Instant at = time.ofFact(details.at(), "/at");
    requireOpen(promise);
    requireByHand(promise, details);
    if (at.isBefore(promise.madeAt)) {
      throw CommonProblem.INVALID_REQUEST.at(
          "/at", "The promise was made only at " + promise.madeAt + ".");
    }
    PromiseView before = PromiseView.of(promise);
    promise.decideByHand(details, caller.name(), at);
    decisions.decide(promise);
    promises.write(promise);
    decisions.publish("promise.decided", promise, before, at);
    return promise;
  }

  private static void requireOpen(Promise promise) {
    if (promise.state != PromiseState.STANDING) {
      throw CustomersProblem.ALREADY_DECIDED.because(
          "This promise is " + promise.state + " since " + promise.decidedAt + ".");
    }
  }

  private static void requireByHand(Promise promise, NewDecision details) {
    if (promise.kind == PromiseKind.SAME_TECHNICIAN
        && details.state() == NewDecision.State.BROKEN) {
      throw CustomersProblem.DECIDED_BY_VISITS.at(
          "/state",
          "A promise of the same technician is broken by the visit that breaks it. Complete the"
              + " visit in jobs-service with the technician who came.");
    }
  }
}
