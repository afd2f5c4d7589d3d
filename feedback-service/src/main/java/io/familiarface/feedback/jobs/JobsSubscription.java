package io.familiarface.feedback.jobs;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.feed.FeedEvent;
import io.familiarface.feedback.assessment.CustomerLocks;
import io.familiarface.feedback.assessment.SignalIngestion;
import io.familiarface.feedback.history.CustomerErased;
import io.familiarface.feedback.history.CustomerMerged;
import io.familiarface.feedback.history.MergedCustomers;
import io.familiarface.feedback.history.SignalChange;
import io.familiarface.feedback.history.SignalSource;
import io.familiarface.feedback.history.Signals;
import io.familiarface.rest.feed.EventData;
import io.familiarface.rest.feed.FeedSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Follows the feed {@code jobs}: agreements and visits become signals and copies. */
@ApplicationScoped
class JobsSubscription implements FeedSubscription {
  private final Database database;
  private final EventData data;
  private final VisitCopies visits;
  private final AgreementCopies agreements;
  private final ProjectCopies projects;
  private final BackfillDetector backfill;
  private final CustomerLocks locks;
  private final MergedCustomers merged;
  private final Signals signals;
  private final SignalIngestion ingestion;

  JobsSubscription(
      Database database,
      EventData data,
      VisitCopies visits,
      AgreementCopies agreements,
      ProjectCopies projects,
      BackfillDetector backfill,
      CustomerLocks locks,
      MergedCustomers merged,
      Signals signals,
      SignalIngestion ingestion) {
    this.database = database;
    this.data = data;
    this.visits = visits;
    this.agreements = agreements;
    this.projects = projects;
    this.backfill = backfill;
    this.locks = locks;
    this.merged = merged;
    this.signals = signals;
    this.ingestion = ingestion;
  }

  @Override
  public String feed() {
    return "jobs";
  }

  @Override
  public Collection<UUID> subjects() {
    Set<UUID> customers = new HashSet<>(signals.customersOf(SignalSource.JOBS));
    customers.addAll(visits.customers());
    customers.addAll(agreements.customers());
    customers.addAll(projects.customers());
    return customers;
  }

  @Override
  public void replace(Collection<UUID> customers, List<FeedEvent> events) {
    JobsBatch told = read(events, Map.of());
    told.retain(locks.lock(customers));
    customers.forEach(visits::erase);
    customers.forEach(agreements::erase);
    customers.forEach(projects::erase);
    RoundTrip writes = database.roundTrip();
    store(told, writes);
    writes.send();
    ingestion.replace(SignalSource.JOBS, customers, told.changes());
  }

  @Override
  public void apply(FeedEvent event) {
    apply(List.of(event));
  }

  @Override
  public void apply(List<FeedEvent> batch) {
    apply(batch, Map.of());
  }

  /**
   * jobs-service may have told this before it heard that two customers are one: then it is read
   * again, as of those who are there.
   */
  private void apply(List<FeedEvent> batch, Map<UUID, UUID> survivors) {
    JobsBatch told = read(batch, survivors);
    RoundTrip reads = database.roundTrip();
    Supplier<Set<UUID>> present = locks.lock(told.customers(), reads);
    Supplier<Map<SignalChange.Id, SignalChange>> known = signals.known(told.changes(), reads);
    Supplier<Map<UUID, UUID>> merged = this.merged.survivors(told.customers(), reads);
    reads.send();
    Set<UUID> there = present.get();
    if (!merged.get().isEmpty()) {
      locks.forget(merged.get().keySet());
      apply(batch, merged.get());
      return;
    }
    told.retain(there);
    RoundTrip writes = database.roundTrip();
    store(told, writes);
    backfill.record(batch, writes);
    ingestion.ingest(told.changes(), known.get(), writes);
  }

  private JobsBatch read(List<FeedEvent> batch, Map<UUID, UUID> survivors) {
    JobsBatch told = new JobsBatch();
    batch.stream().filter(event -> !event.deleted()).forEach(event -> read(event, told, survivors));
    return told;
  }

  private void store(JobsBatch told, RoundTrip writes) {
    visits.store(told.visits(), writes);
    agreements.store(told.agreements(), writes);
    agreements.end(told.ends(), writes);
    projects.store(told.projects(), writes);
  }

  void move(@Observes CustomerMerged merged) {
    visits.move(merged.from(), merged.into());
    agreements.move(merged.from(), merged.into());
    projects.move(merged.from(), merged.into());
  }

  void erase(@Observes CustomerErased erased) {
    visits.erase(erased.customerId());
    agreements.erase(erased.customerId());
    projects.erase(erased.customerId());
  }

  /** Types that are new to us are none of our business; nor is what is about nobody. */
  private void read(FeedEvent event, JobsBatch told, Map<UUID, UUID> survivors) {
    switch (event.type()) {
      case "io.familiarface.agreement.started", "io.familiarface.agreement.changed" ->
          agreement(event, survivors).ifPresent(told::started);
      case "io.familiarface.agreement.cancelled" ->
          agreement(event, survivors).ifPresent(told::cancelled);
      case "io.familiarface.visit.planned" -> visit(event, survivors).ifPresent(told::planned);
      case "io.familiarface.visit.completed" -> visit(event, survivors).ifPresent(told::completed);
      case "io.familiarface.visit.missed" -> visit(event, survivors).ifPresent(told::missed);
      case "io.familiarface.visit.withdrawn" -> visit(event, survivors).ifPresent(told::withdrawn);
      case "io.familiarface.project.surprised" ->
          surprise(event, survivors).ifPresent(told::surprised);
      case "io.familiarface.agreement.disengaged" ->
          disengagement(event, survivors).ifPresent(told::disengaged);
      case "io.familiarface.project.planned" -> project(event, survivors).ifPresent(told::planned);
      default -> {}
    }
  }

  private Optional<AgreementEvent> agreement(FeedEvent event, Map<UUID, UUID> survivors) {
    return Optional.of(data.of(event, AgreementEvent.class))
        .filter(told -> told.agreementId() != null && told.customerId() != null)
        .map(told -> told.of(survivors.getOrDefault(told.customerId(), told.customerId())));
  }

  private Optional<ProjectEvent> project(FeedEvent event, Map<UUID, UUID> survivors) {
    return Optional.of(data.of(event, ProjectEvent.class))
        .filter(told -> told.projectId() != null && told.customerId() != null)
        .filter(told -> told.endsAt() != null)
        .map(told -> told.of(survivors.getOrDefault(told.customerId(), told.customerId())));
  }

  private Optional<SurpriseEvent> surprise(FeedEvent event, Map<UUID, UUID> survivors) {
    return Optional.of(data.of(event, SurpriseEvent.class))
        .filter(told -> told.surpriseId() != null && told.customerId() != null)
        .map(told -> told.of(survivors.getOrDefault(told.customerId(), told.customerId())));
  }

  private Optional<DisengagementEvent> disengagement(FeedEvent event, Map<UUID, UUID> survivors) {
    return Optional.of(data.of(event, DisengagementEvent.class))
        .filter(told -> told.disengagementId() != null && told.customerId() != null)
        .map(told -> told.of(survivors.getOrDefault(told.customerId(), told.customerId())));
  }

  private Optional<VisitEvent> visit(FeedEvent event, Map<UUID, UUID> survivors) {
    return Optional.of(data.of(event, VisitEvent.class))
        .filter(told -> told.visitId() != null && told.customerId() != null)
        .map(told -> told.of(survivors.getOrDefault(told.customerId(), told.customerId())));
  }
}
