package io.familiarface.customers.customer;

import io.familiarface.rest.Fingerprint;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.bulk.ForeignColumns;
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
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes in the customers of another system; one instance for each import. */
class ImportingCustomers implements Importer<NewCustomer> {

  private final Customers customers;
  private final PhoneNumbers phones;
  private final Clock clock;
  private final AuditTrail audit;
  private final Event<CustomerDetailsChanged> found;
  private final Event<CustomerChanged> changed;
  private final Map<String, Customer> known = new HashMap<>();
  private Map<String, UUID> mergedInto = Map.of();

  ImportingCustomers(
      Customers customers,
      PhoneNumbers phones,
      Clock clock,
      AuditTrail audit,
      Event<CustomerDetailsChanged> found,
      Event<CustomerChanged> changed) {
    this.customers = customers;
    this.phones = phones;
    this.clock = clock;
    this.audit = audit;
    this.found = found;
    this.changed = changed;
  }

  @Override
  public Class<NewCustomer> lineType() {
    return NewCustomer.class;
  }

  @Override
  public Optional<ForeignColumns> columns(List<String> header) {
    return ClientListColumns.of(header);
  }

  @Override
  public String externalId(NewCustomer line) {
    return line.externalId();
  }

  @Override
  public void prepare(List<NewCustomer> chunk) {
    known.clear();
    var externalIds =
        chunk.stream().map(NewCustomer::externalId).filter(id -> id != null).sorted().toList();
    mergedInto = customers.mergedAmong(externalIds);
    customers.lockAll(externalIds).forEach(customer -> known.put(customer.externalId, customer));
  }

  @Override
  public Optional<UUID> lastToldBy(NewCustomer line) {
    return Optional.ofNullable(known.get(line.externalId()))
        .filter(customer -> Objects.equals(customer.lineFingerprint, Fingerprint.of(line)))
        .map(customer -> customer.id);
  }

  @Override
  public LineResult apply(NewCustomer line) {
    if (line.externalId() == null) {
      throw CommonProblem.INVALID_REQUEST.at(
          "/externalId", "Each line of an import needs an externalId to be found again by.");
    }
    Instant now = clock.instant();
    Instants.requirePast(line.createdAt(), now, "/createdAt");
    UUID survivor = mergedInto.get(line.externalId());
    if (survivor != null) {
      // What another system still says of the one does not undo that it is the other.
      return LineResult.unchanged(survivor);
    }
    Customer customer = known.get(line.externalId());
    return customer == null ? add(line, now) : change(customer, line, now);
  }

  private LineResult add(NewCustomer line, Instant now) {
    var customer = Customer.create(withReadablePhones(line, line.address()), now);
    noteUnreadablePhones(customer, line);
    customer.lineFingerprint = Fingerprint.of(line);
    customers.persist(customer);
    known.put(customer.externalId, customer);
    audit.changed(
        "customer.imported", "customer", customer.id, customer.id, null, customer.details());
    found.fire(new CustomerDetailsChanged(customer.id, true));
    changed.fire(new CustomerChanged(customer.id, customer.createdAt, true));
    return LineResult.created(customer.id);
  }

  private LineResult change(Customer customer, NewCustomer line, Instant now) {
    NewCustomer before = customer.details();
    customer.lineFingerprint = Fingerprint.of(line);
    String unreadable = customer.unreadablePhone;
    Address address = line.over(before).address();
    boolean updated = customer.update(withReadablePhones(line, address).over(before), now);
    noteUnreadablePhones(customer, line);
    if (!updated && Objects.equals(unreadable, customer.unreadablePhone)) {
      return LineResult.unchanged(customer.id);
    }
    audit.changed(
        "customer.imported", "customer", customer.id, customer.id, before, customer.details());
    found.fire(CustomerDetailsChanged.of(customer.id));
    changed.fire(CustomerChanged.at(now, customer.id));
    return LineResult.updated(customer.id);
  }

  /** As it says it, without the telephone numbers that nobody can read: see below. */
  private NewCustomer withReadablePhones(NewCustomer line, Address address) {
    if (line.phone() == null && line.otherPhones() == null) {
      return line;
    }
    List<String> readable =
        written(line).flatMap(phone -> phones.read(phone, address).stream()).toList();
    // The first of those that can be read is the one to try first, where a first one is given.
    int first = line.phone() == null || readable.isEmpty() ? 0 : 1;
    return line.withPhones(
        first == 0 ? null : readable.get(0),
        line.otherPhones() == null ? null : readable.subList(first, readable.size()));
  }

  /** All that a line gives as telephone numbers, the first one first. */
  private static Stream<String> written(NewCustomer line) {
    return Stream.concat(
        Stream.ofNullable(line.phone()),
        Stream.ofNullable(line.otherPhones()).flatMap(List::stream));
  }

  /**
   * What a line gives as a telephone number is not lost when it cannot be read, and neither is the
   * line: it stands beside a number that is known already, until somebody gives one that can be.
   */
  private void noteUnreadablePhones(Customer customer, NewCustomer line) {
    String unreadable =
        written(line)
            .filter(phone -> phones.read(phone, customer.address).isEmpty())
            .collect(Collectors.joining("; "));
    if (!unreadable.isEmpty()) {
      customer.unreadablePhone = unreadable;
    }
  }
}
