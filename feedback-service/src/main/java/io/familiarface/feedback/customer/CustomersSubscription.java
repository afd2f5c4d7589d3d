package io.familiarface.feedback.customer;

import io.familiarface.feed.FeedEvent;
import io.familiarface.feedback.assessment.TakingNews;
import io.familiarface.feedback.history.Change;
import io.familiarface.feedback.history.Erasures;
import io.familiarface.feedback.history.SignalStore;
import io.familiarface.feedback.history.Source;
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

/**
 * Follows the feed {@code customers}: keeps a copy, and turns each present state into the dated
 * signals in it, taking back those that are in it no more.
 */
@ApplicationScoped
class CustomersSubscription implements FeedSubscription {
  private static final String CUSTOMER = "io.familiarface.customer";

  private final EventData data;
  private final CustomerCopies copies;
  private final Erasures erasures;
  private final SignalStore signals;
  private final TakingNews news;
  private final ErasingCustomer erasing;

  CustomersSubscription(
      EventData data,
      CustomerCopies copies,
      Erasures erasures,
      SignalStore signals,
      TakingNews news,
      ErasingCustomer erasing) {
    this.data = data;
    this.copies = copies;
    this.erasures = erasures;
    this.signals = signals;
    this.news = news;
    this.erasing = erasing;
  }

  @Override
  public String feed() {
    return "customers";
  }

  @Override
  public String from() {
    return "customers";
  }

  @Override
  public void apply(FeedEvent event) {
    apply(List.of(event));
  }

  @Override
  public void apply(List<FeedEvent> batch) {
    Map<UUID, CustomerSnapshot> newest = new HashMap<>();
    for (FeedEvent event : batch) {
      if (event.deleted()) {
        UUID customer = UUID.fromString(event.subject());
        newest.remove(customer);
        erasing.erase(customer);
      } else if (CUSTOMER.equals(event.type())) {
        CustomerSnapshot customer = data.of(event, CustomerSnapshot.class);
        newest.merge(
            customer.id(), customer, (one, two) -> one.revision() > two.revision() ? one : two);
      }
    }
    take(newest);
  }

  private void take(Map<UUID, CustomerSnapshot> told) {
    Set<UUID> old =
        copies.byIds(told.keySet()).stream()
            .filter(copy -> copy.revision() >= told.get(copy.id()).revision())
            .map(CustomerCopy::id)
            .collect(Collectors.toSet());
    List<CustomerSnapshot> fresh =
        erasures.spare(told.values(), CustomerSnapshot::id).stream()
            .filter(customer -> !old.contains(customer.id()))
            .toList();
    copies.store(fresh.stream().map(CustomerSnapshot::toCopy).toList());
    news.take(changes(fresh));
  }

  private List<Change> changes(Collection<CustomerSnapshot> customers) {
    Map<UUID, List<SignalKey>> known =
        signals.keysFrom(Source.CUSTOMERS, customers.stream().map(CustomerSnapshot::id).toList());
    List<Change> changes = new ArrayList<>();
    for (CustomerSnapshot customer : customers) {
      Map<SignalKey, Signal> present =
          CustomerSignals.of(customer).stream()
              .collect(Collectors.toMap(Signal::key, Function.identity(), (one, two) -> two));
      present
          .values()
          .forEach(
              signal ->
                  changes.add(
                      Change.happened(
                          customer.id(), Source.CUSTOMERS, customer.revision(), signal)));
      Set<SignalKey> gone = new HashSet<>(known.getOrDefault(customer.id(), List.of()));
      gone.removeAll(present.keySet());
      gone.forEach(
          key ->
              changes.add(
                  Change.withdrawn(customer.id(), Source.CUSTOMERS, customer.revision(), key)));
    }
    return changes;
  }
}
