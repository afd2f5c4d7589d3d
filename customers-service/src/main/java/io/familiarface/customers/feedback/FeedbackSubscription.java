package io.familiarface.customers.feedback;

import io.familiarface.feed.FeedEvent;
import io.familiarface.rest.feed.EventData;
import io.familiarface.rest.feed.FeedSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Takes in what feedback-service tells of a customer. */
@ApplicationScoped
class FeedbackSubscription implements FeedSubscription {

  private final FeedbackCopies copies;
  private final EventData data;

  FeedbackSubscription(FeedbackCopies copies, EventData data) {
    this.copies = copies;
    this.data = data;
  }

  @Override
  public String feed() {
    return "feedback";
  }

  @Override
  public Collection<UUID> subjects() {
    return copies.customers();
  }

  @Override
  public void replace(Collection<UUID> customers, List<FeedEvent> events) {
    customers.forEach(copies::forget);
    apply(events);
  }

  @Override
  public void apply(FeedEvent event) {
    if (event.deleted()) {
      copies.forget(UUID.fromString(event.subject()));
      return;
    }
    switch (event.type()) {
      case "io.familiarface.feedback.given" -> copies.apply(data.of(event, FeedbackGiven.class));
      case "io.familiarface.complaint.changed" ->
          copies.apply(data.of(event, ComplaintChanged.class));
      case "io.familiarface.risk.assessed" -> copies.apply(data.of(event, RiskAssessed.class));
      case "io.familiarface.flag.changed" -> copies.apply(data.of(event, FlagChanged.class));
      default -> {
        // A newer feedback-service may tell more than we need to know.
      }
    }
  }
}
