package io.familiarface.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.feed.FeedEvent;
import io.familiarface.rest.feed.FeedSubscription;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** What the other services tell, as it arrives by their feeds. */
@ApplicationScoped
public class SimulatedFeeds implements FeedSink {

  private final AtomicLong position = new AtomicLong();
  private final Instance<FeedSubscription> subscriptions;

  SimulatedFeeds(@Any Instance<FeedSubscription> subscriptions) {
    this.subscriptions = subscriptions;
  }

  /** Takes in one event of a feed, in a transaction of its own. */
  @Override
  public void by(String feed, String type, UUID subject, String data) {
    take(feed, List.of(event(type, subject, data)));
  }

  /** Takes in all that is told of a feed in one transaction, as after a time away. */
  public void atOnce(String feed, Consumer<FeedSink> telling) {
    List<FeedEvent> events = new ArrayList<>();
    telling.accept((same, type, subject, data) -> events.add(event(type, subject, data)));
    take(feed, events);
  }

  /** All that a feed tells of these subjects, when what is derived from it is made anew. */
  public void replacing(String feed, List<UUID> subjects, Consumer<FeedSink> telling) {
    List<FeedEvent> events = new ArrayList<>();
    telling.accept((same, type, subject, data) -> events.add(event(type, subject, data)));
    subscriptions.stream()
        .filter(subscription -> subscription.feed().equals(feed))
        .forEach(
            subscription -> {
              QuarkusTransaction.requiringNew()
                  .run(() -> assertThat(subscription.subjects()).containsAll(subjects));
              QuarkusTransaction.requiringNew().run(() -> subscription.replace(subjects, events));
            });
  }

  private FeedEvent event(String type, UUID subject, String data) {
    return new FeedEvent(
        position.incrementAndGet(),
        UUID.randomUUID(),
        "/test",
        "io.familiarface." + type,
        subject.toString(),
        Instant.now(),
        data == null,
        data);
  }

  private void take(String feed, List<FeedEvent> events) {
    subscriptions.stream()
        .filter(subscription -> subscription.feed().equals(feed))
        .forEach(
            subscription ->
                QuarkusTransaction.requiringNew().run(() -> subscription.apply(events)));
  }
}
