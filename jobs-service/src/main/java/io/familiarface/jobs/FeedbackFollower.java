package io.familiarface.jobs;

import io.familiarface.feed.FeedEvent;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * A capability that keeps something of what the feed {@code feedback} tells. All of them are one
 * reader of it, in one transaction a batch: {@link FeedbackSubscription}.
 */
public interface FeedbackFollower {
  /** The customers of whom anything is kept that came from the feed. */
  Collection<UUID> customers();

  /** Takes in what it knows, and passes over the rest. */
  void apply(FeedEvent event);

  /** Override to take many events with few statements; the effect must be the same. */
  default void apply(List<FeedEvent> events) {
    events.forEach(this::apply);
  }

  /** Lets go of all that the feed has told of a customer, who may be told of anew. */
  void forget(UUID customerId);
}
