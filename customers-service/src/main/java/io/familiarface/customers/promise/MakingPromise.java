package io.familiarface.customers.promise;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.customers.customer.CustomerChanged;
import io.familiarface.customers.customer.Customers;
import io.familiarface.customers.technician.Technician;
import io.familiarface.customers.technician.TechnicianLookup;
import io.familiarface.customers.visit.VisitHistory;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Writing down a promise. One made in the past may have been broken since. */
@ApplicationScoped
class MakingPromise {

  private final Customers customers;
  private final Promises promises;
  private final TechnicianLookup technicians;
  private final VisitHistory visits;
  private final BusinessTime time;
  private final Caller caller;
  private final AuditTrail audit;
  private final Event<CustomerChanged> changed;

  MakingPromise(
      Customers customers,
      Promises promises,
      TechnicianLookup technicians,
      VisitHistory visits,
      BusinessTime time,
      Caller caller,
      AuditTrail audit,
      Event<CustomerChanged> changed) {
    this.customers = customers;
    this.promises = promises;
    this.technicians = technicians;
    this.visits = visits;
    this.time = time;
    this.caller = caller;
    this.audit = audit;
    this.changed = changed;
  }

  @Transactional
  Promise make(Ref customer, PromiseDetails details) {
    customers.idOf(customer);
    var madeAt = time.ofFact(details.madeAt(), "/madeAt");
    UUID technicianId =
        technicians
            .named(details.technicianId(), details.technicianExternalId())
            .map(Technician::id)
            .orElse(null);
    UUID customerId = customers.hold(customer);
    requireFree(details.externalId());
    var promise = Promise.made(customerId, details, technicianId, caller.name(), madeAt);
    promise.decide(visits.changesOf(customerId), time.now());
    promises.add(promise);
    promises.flush();
    audit.changed(
        "promise.made", "promise", promise.id, customerId, null, PromiseView.from(promise));
    changed.fire(CustomerChanged.at(promise.madeAt, customerId));
    return promise;
  }

  private void requireFree(String externalId) {
    if (externalId != null
        && promises.find(new Ref(Optional.empty(), Optional.of(externalId))).isPresent()) {
      throw CustomersProblem.EXTERNAL_ID_TAKEN.at(
          "/externalId", "Another promise has the external id '" + externalId + "'.");
    }
  }
}
