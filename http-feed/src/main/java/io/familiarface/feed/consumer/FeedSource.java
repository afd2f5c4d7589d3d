package io.familiarface.feed.consumer;

import io.familiarface.feed.Cursor;
import io.familiarface.feed.FeedPage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Where the feeds of another service are read. */
@FunctionalInterface
public interface FeedSource {
  /**
   * The events after a place, as soon as there are any, or none when the timeout has passed. Fails
   * with a {@link ProducerAwayException} if the other side doesn't answer with events.
   */
  CompletableFuture<FeedPage> poll(String feed, Cursor after, Duration timeout, int limit);
}
