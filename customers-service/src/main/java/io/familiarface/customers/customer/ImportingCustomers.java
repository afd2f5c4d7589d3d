package io.familiarface.customers.customer;

import io.familiarface.rest.Fingerprint;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.bulk.Importer;
import io.familiarface.rest.bulk.LineResult;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.time.Instants;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Takes in the customers of another system; one instance for each import. */
class ImportingCustomers implements Importer<NewCustomer> {

  private final Customers customers;
  private final Clock clock;
  private final AuditTrail audit;
  private final Event<CustomerChanged> changed;
  private final Map<String, Customer> known = new HashMap<>();
  private final Map<String, Long> lastLines = new HashMap<>();

  ImportingCustomers(
      Customers customers, Clock clock, AuditTrail audit, Event<CustomerChanged> changed) {
    this.customers = customers;
    this.clock = clock;
    this.audit = audit;
    this.changed = changed;
  }

  @Override
  public Class<NewCustomer> lineType() {
    return NewCustomer.class;
  }

  @Override
  public String externalId(NewCustomer line) {
    return line.externalId();
  }

  @Override
  public void prepare(List<NewCustomer> chunk) {
    known.clear();
    lastLines.clear();
    chunk.forEach(line -> lastLines.put(line.externalId(), Fingerprint.of(line)));
    var externalIds =
        chunk.stream().map(NewCustomer::externalId).filter(id -> id != null).sorted().toList();
    customers.lockAll(externalIds).forEach(customer -> known.put(customer.externalId, customer));
  }

  @Override
  public LineResult apply(NewCustomer line) {
    if (line.externalId() == null) {
      throw CommonProblem.INVALID_REQUEST.at(
          "/externalId", "Each line of an import needs an externalId to be found again by.");
    }
    Instant now = clock.instant();
    Instants.requirePast(line.createdAt(), now, "/createdAt");
    Customer customer = known.get(line.externalId());
    return customer == null ? add(line, now) : change(customer, line, now);
  }

  private LineResult add(NewCustomer line, Instant now) {
    var customer = Customer.create(line, now);
    customer.lineFingerprint = Fingerprint.of(line);
    customers.persist(customer);
    known.put(customer.externalId, customer);
    audit.changed(
        "customer.imported", "customer", customer.id, customer.id, null, customer.details());
    changed.fire(new CustomerChanged(customer.id, customer.createdAt, true));
    return LineResult.created(customer.id);
  }

  private LineResult change(Customer customer, NewCustomer line, Instant now) {
    if (Objects.equals(customer.lineFingerprint, lastLines.get(line.externalId()))) {
      return LineResult.unchanged(customer.id);
    }
    NewCustomer before = customer.details();
    customer.lineFingerprint = Fingerprint.of(line);
    if (!customer.update(line.over(before), now)) {
      return LineResult.unchanged(customer.id);
    }
    audit.changed(
        "customer.imported", "customer", customer.id, customer.id, before, customer.details());
    changed.fire(CustomerChanged.at(now, customer.id));
    return LineResult.updated(customer.id);
  }
}
