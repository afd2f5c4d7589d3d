package io.familiarface.customers.visit;

import io.familiarface.feed.FeedEvent;
import io.familiarface.rest.feed.EventData;
import io.familiarface.rest.feed.FeedSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what jobs-service tells of agreements and visits. */
@ApplicationScoped
class JobsSubscription implements FeedSubscription {

  private final ApplyingJobsChanges applying;
  private final EventData data;

  JobsSubscription(ApplyingJobsChanges applying, EventData data) {
    this.applying = applying;
    this.data = data;
  }

  @Override
  public String feed() {
    return "jobs";
  }

  @Override
  public Collection<UUID> subjects() {
    return applying.customers();
  }

  @Override
  public void replace(Collection<UUID> customers, List<FeedEvent> events) {
    applying.forget(customers);
    apply(events);
    applying.decideAnew(customers);
  }

  @Override
  public void apply(FeedEvent event) {
    apply(List.of(event));
  }

  @Override
  public void apply(List<FeedEvent> events) {
    List<JobsChange> changes = new ArrayList<>();
    for (FeedEvent event : events) {
      if (event.deleted()) {
        applying.apply(changes);
        changes.clear();
        applying.forget(List.of(UUID.fromString(event.subject())));
      } else {
        read(event).ifPresent(changes::add);
      }
    }
    applying.apply(changes);
  }

  /** Empty for what is newer than we are: jobs-service may tell more than we need to know. */
  private Optional<JobsChange> read(FeedEvent event) {
    return Optional.ofNullable(
        switch (event.type()) {
          case "io.familiarface.agreement.started", "io.familiarface.agreement.changed" ->
              new JobsChange.AgreementChange(data.of(event, AgreementEvent.class), false);
          case "io.familiarface.agreement.cancelled" ->
              new JobsChange.AgreementChange(data.of(event, AgreementEvent.class), true);
          case "io.familiarface.visit.planned" -> visit(event, VisitState.PLANNED);
          case "io.familiarface.visit.completed" -> visit(event, VisitState.COMPLETED);
          case "io.familiarface.visit.missed" -> missed(event);
          case "io.familiarface.visit.withdrawn" -> visit(event, VisitState.WITHDRAWN);
          default -> null;
        });
  }

  /** Of which the customer knew before, or where they were not themself, is none that we missed. */
  private JobsChange missed(FeedEvent event) {
    VisitEvent visit = data.of(event, VisitEvent.class);
    return new JobsChange.VisitChange(
        visit, Boolean.FALSE.equals(visit.nobodyCame()) ? VisitState.WITHDRAWN : VisitState.MISSED);
  }

  private JobsChange visit(FeedEvent event, VisitState state) {
    return new JobsChange.VisitChange(data.of(event, VisitEvent.class), state);
  }
}
