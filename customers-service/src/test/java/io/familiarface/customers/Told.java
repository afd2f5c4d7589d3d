package io.familiarface.customers;

import io.familiarface.feed.FeedEvent;
import io.familiarface.rest.feed.FeedSubscription;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** What the other services tell, as it arrives by their feeds. */
@ApplicationScoped
public class Told implements Teller {

  private final AtomicLong position = new AtomicLong();
  private final Instance<FeedSubscription> subscriptions;

  Told(@Any Instance<FeedSubscription> subscriptions) {
    this.subscriptions = subscriptions;
  }

  /** Takes in one event of a feed, in a transaction of its own. */
  @Override
  public void by(String feed, String type, UUID subject, String data) {
    var event =
        new FeedEvent(
            position.incrementAndGet(),
            UUID.randomUUID(),
            "/test",
            "io.familiarface." + type,
            subject.toString(),
            Instant.now(),
            data == null,
            data);
    subscriptions.stream()
        .filter(subscription -> subscription.feed().equals(feed))
        .forEach(
            subscription -> QuarkusTransaction.requiringNew().run(() -> subscription.apply(event)));
  }
}
