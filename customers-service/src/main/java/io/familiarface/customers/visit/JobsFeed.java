package io.familiarface.customers.visit;

import io.familiarface.feed.FeedEvent;
import io.familiarface.rest.feed.EventData;
import io.familiarface.rest.feed.FeedSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes in what jobs-service tells of agreements and visits. */
@ApplicationScoped
class JobsFeed implements FeedSubscription {

  private final FollowingVisits following;
  private final EventData data;

  JobsFeed(FollowingVisits following, EventData data) {
    this.following = following;
    this.data = data;
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
  public void apply(List<FeedEvent> events) {
    List<JobsNews> news = new ArrayList<>();
    for (FeedEvent event : events) {
      if (event.deleted()) {
        following.take(news);
        news.clear();
        following.forget(UUID.fromString(event.subject()));
      } else {
        read(event).ifPresent(news::add);
      }
    }
    following.take(news);
  }

  /** Empty for what is newer than we are: jobs-service may tell more than we need to know. */
  private Optional<JobsNews> read(FeedEvent event) {
    return Optional.ofNullable(
        switch (event.type()) {
          case "io.familiarface.agreement.started", "io.familiarface.agreement.changed" ->
              new JobsNews.Agreed(data.of(event, AgreementEvent.class), false);
          case "io.familiarface.agreement.cancelled" ->
              new JobsNews.Agreed(data.of(event, AgreementEvent.class), true);
          case "io.familiarface.visit.planned" -> visit(event, VisitState.PLANNED);
          case "io.familiarface.visit.completed" -> visit(event, VisitState.COMPLETED);
          case "io.familiarface.visit.missed" -> visit(event, VisitState.MISSED);
          case "io.familiarface.visit.withdrawn" -> visit(event, VisitState.WITHDRAWN);
          default -> null;
        });
  }

  private JobsNews visit(FeedEvent event, VisitState state) {
    return new JobsNews.Visited(data.of(event, VisitEvent.class), state);
  }
}
