package io.familiarface.feedback.jobs;

import io.familiarface.feed.FeedEvent;
import io.familiarface.feedback.assessment.SignalIngestion;
import io.familiarface.feedback.history.CustomerErased;
import io.familiarface.feedback.history.ErasedCustomers;
import io.familiarface.feedback.history.SignalSource;
import io.familiarface.feedback.history.Signals;
import io.familiarface.rest.feed.EventData;
import io.familiarface.rest.feed.FeedSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Follows the feed {@code jobs}: agreements and visits become signals and copies. */
@ApplicationScoped
class JobsSubscription implements FeedSubscription {
  private final EventData data;
  private final VisitCopies visits;
  private final AgreementCopies agreements;
  private final BackfillDetector backfill;
  private final ErasedCustomers erased;
  private final Signals signals;
  private final SignalIngestion ingestion;

  JobsSubscription(
      EventData data,
      VisitCopies visits,
      AgreementCopies agreements,
      BackfillDetector backfill,
      ErasedCustomers erased,
      Signals signals,
      SignalIngestion ingestion) {
    this.data = data;
    this.visits = visits;
    this.agreements = agreements;
    this.backfill = backfill;
    this.erased = erased;
    this.signals = signals;
    this.ingestion = ingestion;
  }

  @Override
  public String feed() {
    return "jobs";
  }

  @Override
  public String from() {
    return "jobs";
  }

  @Override
  public Collection<UUID> subjects() {
    Set<UUID> customers = new HashSet<>(signals.customersOf(SignalSource.JOBS));
    customers.addAll(visits.customers());
    customers.addAll(agreements.customers());
    return customers;
  }

  @Override
  public void replace(Collection<UUID> customers, List<FeedEvent> events) {
    customers.forEach(visits::erase);
    customers.forEach(agreements::erase);
    ingestion.replace(SignalSource.JOBS, customers, store(events).changes());
  }

  @Override
  public void apply(FeedEvent event) {
    apply(List.of(event));
  }

  @Override
  public void apply(List<FeedEvent> batch) {
    backfill.record(batch);
    ingestion.ingest(store(batch).changes());
  }

  private JobsBatch store(List<FeedEvent> batch) {
    JobsBatch told = new JobsBatch();
    batch.stream().filter(event -> !event.deleted()).forEach(event -> read(event, told));
    visits.store(erased.withoutErased(told.visits(), VisitCopy::customerId));
    agreements.store(erased.withoutErased(told.agreements(), AgreementCopy::customerId));
    agreements.end(erased.withoutErased(told.ends(), AgreementCopy.Cancelled::customerId));
    return told;
  }

  void erase(@Observes CustomerErased erased) {
    visits.erase(erased.customerId());
    agreements.erase(erased.customerId());
  }

  /** Types that are new to us are none of our business. */
  private void read(FeedEvent event, JobsBatch told) {
    switch (event.type()) {
      case "io.familiarface.agreement.started", "io.familiarface.agreement.changed" ->
          told.started(data.of(event, AgreementEvent.class));
      case "io.familiarface.agreement.cancelled" ->
          told.cancelled(data.of(event, AgreementEvent.class));
      case "io.familiarface.visit.planned" -> told.planned(data.of(event, VisitEvent.class));
      case "io.familiarface.visit.completed" -> told.completed(data.of(event, VisitEvent.class));
      case "io.familiarface.visit.missed" -> told.missed(data.of(event, VisitEvent.class));
      case "io.familiarface.visit.withdrawn" -> told.withdrawn(data.of(event, VisitEvent.class));
      default -> {}
    }
  }
}
