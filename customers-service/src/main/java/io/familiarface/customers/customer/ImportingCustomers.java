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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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
  private final List<Customer> added = new ArrayList<>();
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
  public int chunk() {
    return 400;
  }

  /** A line without a key is refused. */
  @Override
  public List<String> touches(NewCustomer line) {
    return line.externalId() == null ? List.of() : List.of(line.externalId());
  }

  @Override
  public void prepare(List<NewCustomer> chunk) {
    known.clear();
    added.clear();
    var externalIds = Importer.keys(chunk, NewCustomer::externalId);
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
    return customer == null ? add(line, now) : change(written(customer), line, now);
  }

  /** One of whom a line before in this chunk has told first is changed as everybody else is. */
  private Customer written(Customer customer) {
    if (customers.isPersistent(customer)) {
      return customer;
    }
    flush();
    Customer written = customers.locked(customer.id);
    known.put(written.externalId, written);
    return written;
  }

  private LineResult add(NewCustomer line, Instant now) {
    WrittenPhones phones = read(line, line.address());
    var customer = Customer.create(phones.readableIn(line), now);
    phones.noteUnreadable(customer);
    customer.lineFingerprint = Fingerprint.of(line);
    known.put(customer.externalId, customer);
    added.add(customer);
    audit.changed(
        "customer.imported", "customer", customer.id, customer.id, null, customer.details());
    CustomerView created = CustomerView.of(customer);
    found.fire(CustomerDetailsChanged.created(created));
    changed.fire(CustomerChanged.created(created));
    return LineResult.created(customer.id);
  }

  /** All at once, past the session: a million of them pass through no cache of entities. */
  @Override
  public void flush() {
    customers.insert(added);
    added.clear();
  }

  private LineResult change(Customer customer, NewCustomer line, Instant now) {
    NewCustomer before = customer.details();
    customer.lineFingerprint = Fingerprint.of(line);
    String unreadable = customer.unreadablePhone;
    WrittenPhones phones = read(line, line.over(before).address());
    boolean updated = customer.update(phones.readableIn(line).over(before), now);
    phones.noteUnreadable(customer);
    if (!updated && Objects.equals(unreadable, customer.unreadablePhone)) {
      return LineResult.unchanged(customer.id);
    }
    audit.changed(
        "customer.imported", "customer", customer.id, customer.id, before, customer.details());
    found.fire(CustomerDetailsChanged.of(customer.id));
    changed.fire(CustomerChanged.at(now, customer.id));
    return LineResult.updated(customer.id);
  }

  private WrittenPhones read(NewCustomer line, Address address) {
    var read = new WrittenPhones(new ArrayList<>(), new ArrayList<>());
    Stream.concat(
            Stream.ofNullable(line.phone()),
            Stream.ofNullable(line.otherPhones()).flatMap(List::stream))
        .forEach(
            written ->
                phones
                    .read(written, address)
                    .ifPresentOrElse(read.readable::add, () -> read.unreadable.add(written)));
    return read;
  }

  /** All that a line gives as telephone numbers, the first one first. */
  private record WrittenPhones(List<String> readable, List<String> unreadable) {

    /** As the line says it, without the telephone numbers that nobody can read: see below. */
    NewCustomer readableIn(NewCustomer line) {
      if (line.phone() == null && line.otherPhones() == null) {
        return line;
      }
      // The first of those that can be read is the one to try first, where a first one is given.
      int first = line.phone() == null || readable.isEmpty() ? 0 : 1;
      return line.withPhones(
          first == 0 ? null : readable.get(0),
          line.otherPhones() == null ? null : readable.subList(first, readable.size()));
    }

    /**
     * What a line gives as a telephone number is not lost when it cannot be read, and neither is
     * the line: it stands beside a number that is known already, until somebody gives one that can
     * be.
     */
    void noteUnreadable(Customer customer) {
      if (!unreadable.isEmpty()) {
        customer.unreadablePhone = String.join("; ", unreadable);
      }
    }
  }
}
