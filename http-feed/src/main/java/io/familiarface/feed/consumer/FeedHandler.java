package io.familiarface.feed.consumer;

import io.familiarface.feed.FeedEvent;
import java.util.Collection;
import java.util.List;

/**
 * What a service does with the events of a feed. Runs in the transaction that also moves the
 * cursor, so each event takes effect exactly once. Has to pass over types that it doesn't know.
 *
 * <p>When it throws, the transaction is rolled back and the events are tried again one by one; one
 * that keeps failing is parked. So nothing outside the database may be changed here.
 */
@FunctionalInterface
public interface FeedHandler {
  void apply(FeedEvent event, Delivery delivery) throws Exception;

  /** Override to handle many events with few statements; their effect has to be the same. */
  default void applyAll(List<FeedEvent> events, Delivery delivery) throws Exception {
    for (var event : events) {
      apply(event, delivery);
    }
  }

  /** Those of whom anything is stored that came from this feed; asked at a rebuild. */
  default Collection<String> subjects(Delivery delivery) throws Exception {
    return List.of();
  }

  /**
   * Makes all that is derived of these subjects out of these events and nothing else. Override
   * where a feed can be set back; without it nothing is ever removed.
   *
   * @param events all that the feed still tells of them, in order; it may be silent about some
   */
  default void replace(Collection<String> subjects, List<FeedEvent> events, Delivery delivery)
      throws Exception {
    applyAll(events, delivery);
  }
}
