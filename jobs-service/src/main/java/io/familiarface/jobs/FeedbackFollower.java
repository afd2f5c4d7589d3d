package io.familiarface.jobs;

import io.familiarface.feed.FeedEvent;
import java.util.Collection;
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

  /** Lets go of all that the feed has told of a customer, who may be told of anew. */
  void forget(UUID customerId);
}
