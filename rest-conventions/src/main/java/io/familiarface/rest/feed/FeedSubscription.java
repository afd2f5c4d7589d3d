package io.familiarface.rest.feed;

import io.familiarface.feed.FeedEvent;
import java.util.List;

/**
 * A feed of another service that this one follows. Every bean of this type is run by {@link
 * FollowedFeeds}, in one transaction with the cursor: each event takes effect exactly once.
 *
 * <p>Types and fields that are not known are passed over. What throws is tried again and then set
 * aside, with all later events of its subject.
 */
public interface FeedSubscription {
  /** The name of the feed, such as {@code jobs}. */
  String feed();

  /** The service that publishes it, as in {@code familiar.url.<name>}. */
  String from();

  void apply(FeedEvent event);

  /** Override to take many events with few statements; the effect must be the same. */
  default void apply(List<FeedEvent> events) {
    events.forEach(this::apply);
  }
}
