package io.familiarface.feedback.imports;

import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.feedback.assessment.CustomerLocks;
import io.familiarface.feedback.customer.CustomerCopy;
import io.familiarface.feedback.customer.Customers;
import io.familiarface.feedback.jobs.Visits;
import io.familiarface.rest.bulk.Importer;
import io.familiarface.rest.bulk.LineResult;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Imports lines about customers, each an upsert; for one import, as it remembers what it looked up
 * for the present chunk.
 *
 * @param <L> the line
 * @param <E> the entity that it becomes
 */
public abstract class CustomerImporter<L extends CustomerLine, E extends CustomerRecord>
    implements Importer<L> {
  private final Customers customers;
  private final Visits visits;
  private final CustomerLocks locks;
  private Set<UUID> present = Set.of();
  private Map<String, CustomerCopy> knownCustomers = Map.of();
  private Map<String, Visits.Known> knownVisits = Map.of();
  private Map<String, E> stored = Map.of();

  protected CustomerImporter(Customers customers, Visits visits, CustomerLocks locks) {
    this.locks = locks;
    this.customers = customers;
    this.visits = visits;
  }

  /** Those that are stored already; nobody else changes them until the transaction ends. */
  protected abstract List<E> lock(Collection<String> externalIds);

  protected abstract E create(L line, UUID customer, UUID visit);

  /** Says whether that changed anything. */
  protected abstract boolean update(E entity, L line, UUID visit);

  @Override
  public String externalId(L line) {
    return line.externalId();
  }

  @Override
  public void lookUp(List<L> chunk) {
    knownCustomers =
        customers.byExternalIds(
            chunk.stream().map(CustomerLine::customerExternalId).collect(Collectors.toSet()));
    knownVisits =
        visits.byExternalIds(
            chunk.stream()
                .map(CustomerLine::visitExternalId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
  }

  @Override
  public void prepare(List<L> chunk) {
    present =
        locks.lock(
            knownCustomers.values().stream().map(CustomerCopy::id).collect(Collectors.toSet()));
    stored =
        lock(chunk.stream().map(CustomerLine::externalId).toList()).stream()
            .collect(Collectors.toMap(record -> record.externalId, Function.identity()));
  }

  /** What was imported already says nothing new, whatever has happened to it since. */
  @Override
  public LineResult apply(L line) {
    String digest = digest(line);
    E before = stored.get(line.externalId());
    if (before != null && digest.equals(before.importedAs)) {
      return LineResult.unchanged(before.id);
    }
    LineResult result = merge(line);
    stored.get(line.externalId()).importedAs = digest;
    return result;
  }

  private static String digest(CustomerLine line) {
    return UUID.nameUUIDFromBytes(line.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }

  private LineResult merge(L line) {
    UUID customer = customer(line);
    UUID visit = visit(line, customer);
    E known = stored.get(line.externalId());
    if (known == null) {
      E created = create(line, customer, visit);
      stored.put(line.externalId(), created);
      return LineResult.created(created.id);
    }
    if (!known.customerId.equals(customer)) {
      throw FeedbackProblem.EXTERNAL_ID_TAKEN.at(
          "/externalId", "This key belongs to another customer's.");
    }
    return update(known, line, visit)
        ? LineResult.updated(known.id)
        : LineResult.unchanged(known.id);
  }

  private UUID customer(L line) {
    CustomerCopy customer = knownCustomers.get(line.customerExternalId());
    if (customer == null || !present.contains(customer.id())) {
      throw FeedbackProblem.UNKNOWN_CUSTOMER.at(
          "/customerExternalId", "There is no customer " + line.customerExternalId() + ".");
    }
    return customer.id();
  }

  private UUID visit(L line, UUID customer) {
    String named = line.visitExternalId();
    return named == null
        ? null
        : Visits.ofCustomer(
            Optional.ofNullable(knownVisits.get(named)), customer, "/visitExternalId", named);
  }
}
