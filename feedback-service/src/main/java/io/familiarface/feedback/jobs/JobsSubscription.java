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

/** Follows the feed {@code jobs}: agreements and visits become signals, plans become copies. */
@ApplicationScoped
class JobsSubscription implements FeedSubscription {
  private final EventData data;
  private final VisitCopies copies;
  private final Erasures erasures;
  private final TakingNews news;

  JobsSubscription(EventData data, VisitCopies copies, Erasures erasures, TakingNews news) {
    this.data = data;
    this.copies = copies;
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
    copies.store(erasures.spare(told.visits(), VisitCopy::customerId));
    news.take(told.changes());
  }

  void forget(@Observes CustomerErased erased) {
    copies.erase(erased.customerId());
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
