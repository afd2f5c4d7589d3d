package io.familiarface.customers.customer;

import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.bulk.Importer;
import io.familiarface.rest.bulk.LineResult;
import io.familiarface.rest.problem.CommonProblem;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes in the customers of another system; one instance for each import. */
class ImportingCustomers implements Importer<CustomerDetails> {

  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  private final Customers customers;
  private final Clock clock;
  private final AuditTrail audit;
  private final Event<CustomerChanged> changed;
  private final Map<String, Customer> known = new HashMap<>();

  ImportingCustomers(
      Customers customers, Clock clock, AuditTrail audit, Event<CustomerChanged> changed) {
    this.customers = customers;
    this.clock = clock;
    this.audit = audit;
    this.changed = changed;
  }

  @Override
  public Class<CustomerDetails> lineType() {
    return CustomerDetails.class;
  }

  @Override
  public String externalId(CustomerDetails line) {
    return line.externalId();
  }

  @Override
  public void prepare(List<CustomerDetails> chunk) {
    known.clear();
    var externalIds =
        chunk.stream().map(CustomerDetails::externalId).filter(id -> id != null).sorted().toList();
    customers.allOf(externalIds).forEach(customer -> known.put(customer.externalId, customer));
  }

  @Override
  public LineResult apply(CustomerDetails line) {
    if (line.externalId() == null) {
      throw CommonProblem.INVALID_REQUEST.at(
          "/externalId", "Each line of an import needs an externalId to be found again by.");
    }
    Instant now = clock.instant();
    if (line.createdAt() != null && line.createdAt().isAfter(now.plus(CLOCKS_DIFFER))) {
      throw CommonProblem.INVALID_REQUEST.at("/createdAt", "This lies in the future.");
    }
    Customer customer = known.get(line.externalId());
    return customer == null ? add(line, now) : change(customer, line, now);
  }

  private LineResult add(CustomerDetails line, Instant now) {
    var customer = Customer.welcome(line, now);
    customers.add(customer);
    known.put(customer.externalId, customer);
    audit.changed(
        "customer.imported", "customer", customer.id, customer.id, null, customer.details());
    changed.fire(new CustomerChanged(customer.id, customer.createdAt, true));
    return LineResult.created(customer.id);
  }

  private LineResult change(Customer customer, CustomerDetails line, Instant now) {
    CustomerDetails before = customer.details();
    if (!customer.become(line, now)) {
      return LineResult.unchanged(customer.id);
    }
    audit.changed(
        "customer.imported", "customer", customer.id, customer.id, before, customer.details());
    changed.fire(CustomerChanged.at(now, customer.id));
    return LineResult.updated(customer.id);
  }
}
