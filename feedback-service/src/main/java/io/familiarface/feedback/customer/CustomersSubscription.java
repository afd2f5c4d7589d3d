package io.familiarface.feedback.customer;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.feed.FeedEvent;
import io.familiarface.feedback.assessment.CustomerLocks;
import io.familiarface.feedback.assessment.SignalIngestion;
import io.familiarface.feedback.history.SignalChange;
import io.familiarface.feedback.history.SignalSource;
import io.familiarface.feedback.history.Signals;
import io.familiarface.rest.feed.EventData;
import io.familiarface.rest.feed.FeedSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Follows the feed {@code customers}: keeps a copy, and turns each present state into the dated
 * signals in it, taking back those that are in it no more.
 */
@ApplicationScoped
class CustomersSubscription implements FeedSubscription {
  private static final String CUSTOMER = "io.familiarface.customer";
  private static final String MERGED = "io.familiarface.customer.merged";

  private final Database database;
  private final EventData data;
  private final CustomerCopies copies;
  private final CustomerLocks locks;
  private final Signals signals;
  private final SignalIngestion ingestion;
  private final ErasingCustomer erasing;
  private final MergingCustomer merging;

  CustomersSubscription(
      Database database,
      EventData data,
      CustomerCopies copies,
      CustomerLocks locks,
      Signals signals,
      SignalIngestion ingestion,
      ErasingCustomer erasing,
      MergingCustomer merging) {
    this.database = database;
    this.data = data;
    this.copies = copies;
    this.locks = locks;
    this.signals = signals;
    this.ingestion = ingestion;
    this.erasing = erasing;
    this.merging = merging;
  }

  @Override
  public String feed() {
    return "customers";
  }

  @Override
  public Collection<UUID> subjects() {
    Set<UUID> customers = new HashSet<>(signals.customersOf(SignalSource.CUSTOMERS));
    customers.addAll(copies.ids());
    return customers;
  }

  @Override
  public void replace(Collection<UUID> customers, List<FeedEvent> events) {
    Map<UUID, CustomerSnapshot> told = newest(events);
    Set<UUID> present = locks.lock(customers);
    customers.forEach(copies::erase);
    told.keySet().retainAll(present);
    copies.store(told.values().stream().map(CustomerSnapshot::toCopy).toList());
    ingestion.replace(
        SignalSource.CUSTOMERS, customers, told.values().stream().flatMap(this::happened).toList());
    merges(events).forEach(merging::merge);
  }

  @Override
  public void apply(FeedEvent event) {
    apply(List.of(event));
  }

  @Override
  public void apply(List<FeedEvent> batch) {
    Map<UUID, CustomerSnapshot> told = newest(batch);
    Set<UUID> gone =
        batch.stream()
            .filter(FeedEvent::deleted)
            .map(event -> UUID.fromString(event.subject()))
            .collect(Collectors.toSet());
    Set<UUID> customers = new HashSet<>(told.keySet());
    customers.addAll(gone);
    List<MergeTold> merges = merges(batch);
    merges.forEach(merge -> customers.addAll(List.of(merge.from(), merge.into())));
    RoundTrip reads = database.roundTrip();
    Supplier<Set<UUID>> present = locks.lock(customers, reads);
    RoundTrip.Rows<CustomerCopy> stored = copies.byIds(told.keySet(), reads);
    Supplier<Map<SignalChange.Id, SignalChange>> known =
        signals.from(SignalSource.CUSTOMERS, told.keySet(), reads);
    reads.send();
    told.keySet().retainAll(present.get());
    gone.forEach(erasing::erase);
    merges.forEach(merging::merge);
    stored.all().stream()
        .filter(copy -> told.containsKey(copy.id()))
        .filter(copy -> copy.revision() >= told.get(copy.id()).revision())
        .forEach(copy -> told.remove(copy.id()));
    RoundTrip writes = database.roundTrip();
    copies.store(told.values().stream().map(CustomerSnapshot::toCopy).toList(), writes);
    ingestion.ingest(changes(told.values(), known.get()), known.get(), writes);
  }

  private List<MergeTold> merges(List<FeedEvent> batch) {
    return batch.stream()
        .filter(event -> !event.deleted() && MERGED.equals(event.type()))
        .map(event -> data.of(event, MergeTold.class))
        .toList();
  }

  /** What is told last of each customer who is not erased by it. */
  private Map<UUID, CustomerSnapshot> newest(List<FeedEvent> batch) {
    Map<UUID, CustomerSnapshot> newest = new HashMap<>();
    for (FeedEvent event : batch) {
      if (!event.deleted() && CUSTOMER.equals(event.type())) {
        CustomerSnapshot customer = data.of(event, CustomerSnapshot.class);
        newest.merge(
            customer.id(), customer, (one, two) -> one.revision() > two.revision() ? one : two);
      }
    }
    batch.stream()
        .filter(event -> event.deleted() || MERGED.equals(event.type()))
        .forEach(event -> newest.remove(UUID.fromString(event.subject())));
    return newest;
  }

  private Stream<SignalChange> happened(CustomerSnapshot customer) {
    return CustomerSignals.of(customer).stream()
        .map(
            signal ->
                SignalChange.happened(
                    customer.id(), SignalSource.CUSTOMERS, customer.revision(), signal));
  }

  private List<SignalChange> changes(
      Collection<CustomerSnapshot> customers, Map<SignalChange.Id, SignalChange> known) {
    Map<SignalChange.Id, SignalChange> changes = new HashMap<>();
    Map<UUID, Long> revisions = new HashMap<>();
    for (CustomerSnapshot customer : customers) {
      revisions.put(customer.id(), customer.revision());
      happened(customer).forEach(change -> changes.put(change.id(), change));
    }
    for (SignalChange before : known.values()) {
      Long revision = revisions.get(before.customerId());
      if (before.signal() != null && revision != null) {
        changes.putIfAbsent(
            before.id(),
            SignalChange.withdrawn(
                before.customerId(), SignalSource.CUSTOMERS, revision, before.key()));
      }
    }
    return List.copyOf(changes.values());
  }
}
