package io.familiarface.customers.promise;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.customers.customer.Customers;
import io.familiarface.customers.technician.Technician;
import io.familiarface.customers.technician.TechnicianLookup;
import io.familiarface.rest.Ref;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Writing down a promise. One made in the past may have been broken since. */
@ApplicationScoped
class MakingPromise {

  private final Customers customers;
  private final Promises promises;
  private final TechnicianLookup technicians;
  private final PromiseDecisions decisions;
  private final BusinessTime time;
  private final Caller caller;

  MakingPromise(
      Customers customers,
      Promises promises,
      TechnicianLookup technicians,
      PromiseDecisions decisions,
      BusinessTime time,
      Caller caller) {
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
    UUID technicianId =
        technicians
            .named(details.technicianId(), details.technicianExternalId())
            .map(Technician::id)
            .orElse(null);
    UUID customerId = customers.lock(customer);
    requireFree(details.externalId());
    var promise = Promise.create(customerId, details, technicianId, caller.name(), madeAt);
    decisions.decide(promise);
    promises.write(promise);
    decisions.publish("promise.made", promise, null, promise.madeAt);
    return promise;
  }

  private void requireFree(String externalId) {
    if (externalId != null
        && promises.find(new Ref(Optional.empty(), Optional.of(externalId))).isPresent()) {
      throw taken(externalId);
    }
  }

  static RuntimeException taken(String externalId) {
    return CustomersProblem.EXTERNAL_ID_TAKEN.at(
        "/externalId", "Another promise has the external id '" + externalId + "'.");
  }
}
