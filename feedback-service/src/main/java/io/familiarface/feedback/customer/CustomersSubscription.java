package io.familiarface.feedback.customer;

import io.familiarface.feed.FeedEvent;
import io.familiarface.feedback.assessment.CustomerLocks;
import io.familiarface.feedback.assessment.SignalIngestion;
import io.familiarface.feedback.history.SignalChange;
import io.familiarface.feedback.history.SignalSource;
import io.familiarface.feedback.history.Signals;
import io.familiarface.rest.feed.EventData;
import io.familiarface.rest.feed.FeedSubscription;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.signal.SignalKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Follows the feed {@code customers}: keeps a copy, and turns each present state into the dated
 * signals in it, taking back those that are in it no more.
 */
@ApplicationScoped
class CustomersSubscription implements FeedSubscription {
  private static final String CUSTOMER = "io.familiarface.customer";

  private final EventData data;
  private final CustomerCopies copies;
  private final CustomerLocks locks;
  private final Signals signals;
  private final SignalIngestion ingestion;
  private final ErasingCustomer erasing;

  CustomersSubscription(
      EventData data,
      CustomerCopies copies,
      CustomerLocks locks,
      Signals signals,
      SignalIngestion ingestion,
      ErasingCustomer erasing) {
    this.data = data;
    this.copies = copies;
    this.locks = locks;
    this.signals = signals;
    this.ingestion = ingestion;
    this.erasing = erasing;
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
    told.keySet().retainAll(locks.lock(customers));
    gone.forEach(erasing::erase);
    apply(told);
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
        .filter(FeedEvent::deleted)
        .forEach(event -> newest.remove(UUID.fromString(event.subject())));
    return newest;
  }

  private void apply(Map<UUID, CustomerSnapshot> told) {
    Set<UUID> old =
        copies.byIds(told.keySet()).stream()
            .filter(copy -> copy.revision() >= told.get(copy.id()).revision())
            .map(CustomerCopy::id)
            .collect(Collectors.toSet());
    List<CustomerSnapshot> fresh =
        told.values().stream().filter(customer -> !old.contains(customer.id())).toList();
    copies.store(fresh.stream().map(CustomerSnapshot::toCopy).toList());
    ingestion.ingest(changes(fresh));
  }

  private Stream<SignalChange> happened(CustomerSnapshot customer) {
    return CustomerSignals.of(customer).stream()
        .map(
            signal ->
                SignalChange.happened(
                    customer.id(), SignalSource.CUSTOMERS, customer.revision(), signal));
  }

  private List<SignalChange> changes(Collection<CustomerSnapshot> customers) {
    Map<UUID, List<SignalKey>> known =
        signals.keysFrom(
            SignalSource.CUSTOMERS, customers.stream().map(CustomerSnapshot::id).toList());
    List<SignalChange> changes = new ArrayList<>();
    for (CustomerSnapshot customer : customers) {
      Map<SignalKey, Signal> present =
          CustomerSignals.of(customer).stream()
              .collect(Collectors.toMap(Signal::key, Function.identity(), (one, two) -> two));
      present
          .values()
          .forEach(
              signal ->
                  changes.add(
                      SignalChange.happened(
                          customer.id(), SignalSource.CUSTOMERS, customer.revision(), signal)));
      Set<SignalKey> gone = new HashSet<>(known.getOrDefault(customer.id(), List.of()));
      gone.removeAll(present.keySet());
      gone.forEach(
          key ->
              changes.add(
                  SignalChange.withdrawn(
                      customer.id(), SignalSource.CUSTOMERS, customer.revision(), key)));
    }
    return changes;
  }
}
