package io.familiarface.customers.customer;

import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;

@ApplicationScoped
class AddingCustomer {

  private final Customers customers;
  private final PhoneNumbers phones;
  private final BusinessTime time;
  private final AuditTrail audit;
  private final Event<CustomerDetailsChanged> found;
  private final Event<CustomerChanged> changed;

  AddingCustomer(
      Customers customers,
      PhoneNumbers phones,
      BusinessTime time,
      AuditTrail audit,
      Event<CustomerDetailsChanged> found,
      Event<CustomerChanged> changed) {
    this.customers = customers;
    this.phones = phones;
    this.time = time;
    this.audit = audit;
    this.found = found;
    this.changed = changed;
  }

  @Transactional
  Customer add(NewCustomer details) {
    time.ofFact(details.createdAt(), "/createdAt");
    if (details.burnedBefore() != null) {
      time.ofFact(details.burnedBefore().heardAt(), "/burnedBefore/heardAt");
    }
    requireFree(details.externalId());
    String phone = phones.require(details.phone(), details.address(), "/phone");
    List<String> others =
        phones.requireAll(details.otherPhones(), details.address(), "/otherPhones");
    var customer = Customer.create(details.withPhones(phone, others), time.now());
    customers.write(customer);
    audit.changed("customer.added", "customer", customer.id, customer.id, null, customer.details());
    CustomerView created = CustomerView.of(customer);
    found.fire(CustomerDetailsChanged.created(created));
    changed.fire(CustomerChanged.created(created));
    return customer;
  }

  private void requireFree(String externalId) {
    if (externalId != null && !customers.idsOf(List.of(externalId)).isEmpty()) {
      throw taken(externalId);
    }
  }

  static RuntimeException taken(String externalId) {
    return CommonProblem.EXTERNAL_ID_TAKEN.at(
        "/externalId",
        "Another customer has the external id '"
            + externalId
            + "'. Read them with GET /v1/customers/ext:"
            + externalId
            + ".");
  }
}
