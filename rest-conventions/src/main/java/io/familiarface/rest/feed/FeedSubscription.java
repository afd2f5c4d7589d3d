package io.familiarface.rest.feed;

import io.familiarface.feed.FeedEvent;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

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

  /** The service that publishes it, as in {@code familiar.url.<name>}; mostly named like it. */
  default String from() {
    return feed();
  }

  void apply(FeedEvent event);

  /** The subjects of which anything is stored that came from this feed. */
  Collection<UUID> subjects();

  /**
   * Makes all that is derived of these subjects out of these events and nothing else: what the
   * events do not tell is gone afterwards. Needed when the feed was set back to an earlier state,
   * so a revision that is known may come again with something else in it. In one transaction, so
   * that nobody sees it half done.
   *
   * @param events all that the feed tells of these subjects, in order; it may be silent about some
   */
  void replace(Collection<UUID> subjects, List<FeedEvent> events);

  /** Override to take many events with few statements; the effect must be the same. */
  default void apply(List<FeedEvent> events) {
    events.forEach(this::apply);
  }
}
