package io.familiarface.rest.testing.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.feed.FeedEvent;
import io.familiarface.rest.feed.FeedSubscription;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.Any;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Tells the service under test what its neighbours publish, as the consumer of a feed would. */
public final class FeedDelivery {
  /** Whoever is named by another feed is known before. */
  private static final List<String> ORDER = List.of("technicians", "customers", "jobs", "feedback");

  private FeedDelivery() {}

  /** One by one, each in a transaction of its own: as it is lived. */
  public static void live(Collection<NeighbourEvent> events) {
    events.forEach(one -> apply(one.feed(), List.of(one.event())));
  }

  /** In batches, each in one transaction: as it is read after a time away. */
  public static void load(Collection<NeighbourEvent> events) {
    for (String feed : ORDER) {
      List<FeedEvent> batch = of(feed, events);
      if (!batch.isEmpty()) {
        apply(feed, batch);
      }
    }
  }

  /** All that a feed tells of these subjects, when what is derived from it is made anew. */
  public static void replace(
      String feed, Collection<UUID> subjects, Collection<NeighbourEvent> events) {
    FeedSubscription subscription = subscription(feed);
    QuarkusTransaction.requiringNew()
        .run(() -> assertThat(subscription.subjects()).containsAll(subjects));
    QuarkusTransaction.requiringNew().run(() -> subscription.replace(subjects, of(feed, events)));
  }

  /** A batch of one feed. */
  public static void apply(String feed, List<FeedEvent> batch) {
    FeedSubscription subscription = subscription(feed);
    QuarkusTransaction.requiringNew().run(() -> subscription.apply(batch));
  }

  private static List<FeedEvent> of(String feed, Collection<NeighbourEvent> events) {
    return events.stream()
        .filter(one -> one.feed().equals(feed))
        .map(NeighbourEvent::event)
        .toList();
  }

  private static FeedSubscription subscription(String feed) {
    return Arc.container().select(FeedSubscription.class, Any.Literal.INSTANCE).stream()
        .filter(one -> one.feed().equals(feed))
        .findFirst()
        .orElseThrow();
  }
}
