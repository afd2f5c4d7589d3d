package io.familiarface.feedback.invoice;

import io.familiarface.feed.FeedEvent;
import io.familiarface.feedback.assessment.SignalIngestion;
import io.familiarface.feedback.customer.Customers;
import io.familiarface.feedback.history.SignalChange;
import io.familiarface.feedback.history.SignalSource;
import io.familiarface.feedback.history.Signals;
import io.familiarface.rest.feed.EventData;
import io.familiarface.rest.feed.FeedSubscription;
import io.familiarface.risk.signal.InvoiceSettled;
import io.familiarface.risk.signal.InvoiceTroubled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Follows the feed {@code accounting}: that an invoice is overdue, and that it is no more, become
 * signals.
 */
@ApplicationScoped
class AccountingSubscription implements FeedSubscription {
  private static final String TROUBLED = "io.familiarface.invoice.troubled";
  private static final String SETTLED = "io.familiarface.invoice.settled";

  private final EventData data;
  private final Customers customers;
  private final Signals signals;
  private final SignalIngestion ingestion;

  AccountingSubscription(
      EventData data, Customers customers, Signals signals, SignalIngestion ingestion) {
    this.data = data;
    this.customers = customers;
    this.signals = signals;
    this.ingestion = ingestion;
  }

  @Override
  public String feed() {
    return "accounting";
  }

  @Override
  public String from() {
    return "jobs";
  }

  @Override
  public Collection<UUID> subjects() {
    return signals.customersOf(SignalSource.ACCOUNTING);
  }

  @Override
  public void replace(Collection<UUID> customers, List<FeedEvent> events) {
    ingestion.replace(SignalSource.ACCOUNTING, customers, told(events));
  }

  @Override
  public void apply(FeedEvent event) {
    apply(List.of(event));
  }

  /** jobs-service may have told this before it heard that two customers are one. */
  @Override
  public void apply(List<FeedEvent> batch) {
    List<SignalChange> told = told(batch);
    if (told.isEmpty()) {
      return;
    }
    Map<UUID, UUID> held =
        customers.hold(told.stream().map(SignalChange::customerId).collect(Collectors.toSet()));
    ingestion.ingest(
        told.stream()
            .filter(change -> held.containsKey(change.customerId()))
            .map(change -> change.of(held.get(change.customerId())))
            .toList());
  }

  private List<SignalChange> told(List<FeedEvent> events) {
    return events.stream()
        .filter(event -> !event.deleted())
        .filter(event -> event.type().equals(TROUBLED) || event.type().equals(SETTLED))
        .flatMap(event -> change(event).stream())
        .toList();
  }

  private Optional<SignalChange> change(FeedEvent event) {
    InvoiceTroubleEvent told = data.of(event, InvoiceTroubleEvent.class);
    return told.isNews()
        ? Optional.of(
            SignalChange.happened(
                told.customerId(),
                SignalSource.ACCOUNTING,
                told.revision(),
                event.type().equals(SETTLED)
                    ? new InvoiceSettled(told.documentId(), event.time())
                    : new InvoiceTroubled(told.documentId(), told.at(), told.trouble())))
        : Optional.empty();
  }
}
