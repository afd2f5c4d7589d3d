package io.familiarface.customers.conduct;

import io.familiarface.customers.customer.Customers;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

@ApplicationScoped
class RecordingConduct {
  private final Customers customers;
  private final Conduct conduct;
  private final BusinessTime time;
  private final Caller caller;
  private final AuditTrail audit;

  RecordingConduct(
      Customers customers, Conduct conduct, BusinessTime time, Caller caller, AuditTrail audit) {
    this.customers = customers;
    this.conduct = conduct;
    this.time = time;
    this.caller = caller;
    this.audit = audit;
  }

  @Transactional
  ConductEntry record(Ref customer, NewConductEntry details) {
    UUID customerId = customers.lock(customer);
    String externalId = details.externalId();
    if (externalId != null && conduct.withExternalId(customerId, externalId).isPresent()) {
      throw CommonProblem.externalIdTaken("entry of this customer", externalId);
    }
    var at = time.ofFact(details.at(), "/at");
    var entry = ConductEntry.create(customerId, details, caller.name(), at);
    conduct.persistAndFlush(entry);
    audit.changed("conduct.recorded", "conduct", entry.id, customerId, null, ConductView.of(entry));
    return entry;
  }
}
