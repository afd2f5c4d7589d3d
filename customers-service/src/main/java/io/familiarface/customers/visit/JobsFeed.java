package io.familiarface.customers.visit;

import io.familiarface.feed.FeedEvent;
import io.familiarface.rest.feed.EventData;
import io.familiarface.rest.feed.FeedSubscription;
import jakarta.enterprise.context.ApplicationScoped;
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
    if (event.deleted()) {
      following.forget(UUID.fromString(event.subject()));
      return;
    }
    switch (event.type()) {
      case "io.familiarface.agreement.started", "io.familiarface.agreement.changed" ->
          following.agreed(data.of(event, AgreementEvent.class));
      case "io.familiarface.agreement.cancelled" ->
          following.cancelled(data.of(event, AgreementEvent.class));
      case "io.familiarface.visit.planned" -> visit(event, VisitState.PLANNED);
      case "io.familiarface.visit.completed" -> visit(event, VisitState.COMPLETED);
      case "io.familiarface.visit.missed" -> visit(event, VisitState.MISSED);
      case "io.familiarface.visit.withdrawn" -> visit(event, VisitState.WITHDRAWN);
      default -> {
        // A newer jobs-service may tell more than we need to know.
      }
    }
  }

  private void visit(FeedEvent event, VisitState state) {
    following.visit(data.of(event, VisitEvent.class), state);
  }
}
