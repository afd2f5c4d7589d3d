package io.familiarface.customers.promise;

import io.familiarface.customers.customer.Customers;
import io.familiarface.customers.technician.Technician;
import io.familiarface.customers.technician.TechnicianLookup;
import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.rest.Ref;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Writing down a promise. One made in the past may have been broken since. */
@ApplicationScoped
class MakingPromise {

  private final Database database;
  private final Customers customers;
  private final Promises promises;
  private final TechnicianLookup technicians;
  private final PromiseDecisions decisions;
  private final BusinessTime time;
  private final Caller caller;

  MakingPromise(
      Database database,
      Customers customers,
      Promises promises,
      TechnicianLookup technicians,
      PromiseDecisions decisions,
      BusinessTime time,
      Caller caller) {
    this.database = database;
    this.customers = customers;
    this.promises = promises;
    this.technicians = technicians;
    this.decisions = decisions;
    this.time = time;
    this.caller = caller;
  }

  @Transactional
  Promise make(Ref customer, NewPromise details) {
    var madeAt = time.ofFact(details.madeAt(), "/madeAt");
    RoundTrip trip = Customers.bind(database.roundTrip(), customer);
    var locked = trip.query(Customers.lockOf(Customers.EXISTING), UUID.class);
    var taken = Promises.withExternalId(trip, details.externalId());
    var technician =
        technicians.named(trip, details.technicianId(), details.technicianExternalId());
    trip.send();
    UUID technicianId = technician.get().map(Technician::id).orElse(null);
    UUID customerId = locked.first().orElseThrow(() -> customers.unknown(customer));
    taken
        .get()
        .ifPresent(
            other -> {
              throw taken(details.externalId());
            });
    var promise = Promise.create(customerId, details, technicianId, caller.name(), madeAt);
    decisions.decide(promise);
    promises.write(promise);
    decisions.publish("promise.made", promise, null, promise.madeAt);
    return promise;
  }

  static RuntimeException taken(String externalId) {
    return CommonProblem.externalIdTaken("promise", externalId);
  }
}
