package io.familiarface.feedback.jobs;

import io.familiarface.feed.FeedEvent;
import io.familiarface.feedback.assessment.TakingNews;
import io.familiarface.feedback.history.CustomerErased;
import io.familiarface.feedback.history.Erasures;
import io.familiarface.rest.feed.EventData;
import io.familiarface.rest.feed.FeedSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Follows the feed {@code jobs}: agreements and visits become signals and copies. */
@ApplicationScoped
class JobsSubscription implements FeedSubscription {
  private final EventData data;
  private final VisitCopies visits;
  private final AgreementCopies agreements;
  private final HearingHistory history;
  private final Erasures erasures;
  private final TakingNews news;

  JobsSubscription(
      EventData data,
      VisitCopies visits,
      AgreementCopies agreements,
      HearingHistory history,
      Erasures erasures,
      TakingNews news) {
    this.data = data;
    this.visits = visits;
    this.agreements = agreements;
    this.history = history;
    this.erasures = erasures;
    this.news = news;
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
  public void apply(FeedEvent event) {
    apply(List.of(event));
  }

  @Override
  public void apply(List<FeedEvent> batch) {
    JobsNews told = new JobsNews();
    batch.stream().filter(event -> !event.deleted()).forEach(event -> read(event, told));
    history.hear(batch);
    visits.store(erasures.spare(told.visits(), VisitCopy::customerId));
    agreements.store(erasures.spare(told.agreements(), AgreementCopy::customerId));
    agreements.end(erasures.spare(told.ends(), AgreementCopy.Cancelled::customerId));
    news.take(told.changes());
  }

  void forget(@Observes CustomerErased erased) {
    visits.erase(erased.customerId());
    agreements.erase(erased.customerId());
  }

  /** Types that are new to us are none of our business. */
  private void read(FeedEvent event, JobsNews told) {
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
