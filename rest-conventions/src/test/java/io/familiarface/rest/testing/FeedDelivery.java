package io.familiarface.rest.testing;

import io.familiarface.feed.FeedEvent;
import io.familiarface.rest.feed.FeedSubscription;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.Any;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Brings events to the subscriptions of the service under test, as the consumer of a feed would.
 */
public final class FeedDelivery {
  private FeedDelivery() {}

  /** One by one, each in a transaction of its own: as it is lived. */
  public static void deliver(List<NeighbourEvent> events) {
    events.forEach(event -> deliver(event.feed(), List.of(event.event())));
  }

  public static void deliver(NeighbourEvent event) {
    deliver(List.of(event));
  }

  /** All of a feed in one transaction, as after a time away; technicians come first. */
  public static void deliverTogether(List<NeighbourEvent> events) {
    Map<String, List<FeedEvent>> byFeed =
        events.stream()
            .collect(
                Collectors.groupingBy(
                    NeighbourEvent::feed,
                    LinkedHashMap::new,
                    Collectors.mapping(NeighbourEvent::event, Collectors.toList())));
    for (String feed : List.of("technicians", "customers", "jobs", "feedback")) {
      if (byFeed.containsKey(feed)) {
        deliver(feed, byFeed.get(feed));
      }
    }
  }

  /** A batch of one feed; a service that doesn't follow it hears nothing. */
  public static void deliver(String feed, List<FeedEvent> batch) {
    Arc.container().select(FeedSubscription.class, Any.Literal.INSTANCE).stream()
        .filter(subscription -> subscription.feed().equals(feed))
        .forEach(
            subscription -> QuarkusTransaction.requiringNew().run(() -> subscription.apply(batch)));
  }
}
