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
    copies.forget(customers);
    apply(events);
  }

  @Override
  public void apply(FeedEvent event) {
    apply(List.of(event));
  }

  @Override
  public void apply(List<FeedEvent> events) {
    var told = new FeedbackTold();
    for (FeedEvent event : events) {
      if (event.deleted()) {
        copies.write(told);
        told = new FeedbackTold();
        copies.forget(List.of(UUID.fromString(event.subject())));
      } else {
        told.add(event, data);
      }
    }
    copies.write(told);
  }
}
