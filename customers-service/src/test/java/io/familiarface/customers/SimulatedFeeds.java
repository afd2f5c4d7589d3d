package io.familiarface.customers;

import io.familiarface.rest.testing.story.FeedDelivery;
import io.familiarface.rest.testing.story.NeighbourEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** What the other services tell, as it arrives by their feeds. */
@ApplicationScoped
public class SimulatedFeeds implements FeedSink {

  /** Takes in one event of a feed, in a transaction of its own. */
  @Override
  public void by(String feed, String type, UUID subject, String data) {
    FeedDelivery.live(List.of(NeighbourEvent.of(feed, type, subject, Instant.now(), data)));
  }

  /** Takes in all that is told of a feed in one transaction, as after a time away. */
  public void atOnce(String feed, Consumer<FeedSink> telling) {
    FeedDelivery.load(told(feed, telling));
  }

  /** All that a feed tells of these subjects, when what is derived from it is made anew. */
  public void replacing(String feed, List<UUID> subjects, Consumer<FeedSink> telling) {
    FeedDelivery.replace(feed, subjects, told(feed, telling));
  }

  private static List<NeighbourEvent> told(String feed, Consumer<FeedSink> telling) {
    List<NeighbourEvent> events = new ArrayList<>();
    telling.accept(
        (same, type, subject, data) ->
            events.add(NeighbourEvent.of(feed, type, subject, Instant.now(), data)));
    return events;
  }
}
