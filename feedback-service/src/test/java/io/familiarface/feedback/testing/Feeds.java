package io.familiarface.feedback.testing;

import io.familiarface.feed.FeedEvent;
import io.familiarface.rest.feed.FeedSubscription;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.List;

/** Tells the service what its neighbours publish, as the consumer of a feed would. */
@ApplicationScoped
public class Feeds {
  private final Instance<FeedSubscription> subscriptions;

  Feeds(@Any Instance<FeedSubscription> subscriptions) {
    this.subscriptions = subscriptions;
  }

  /** One by one, each in a transaction of its own: as it is lived. */
  public void live(List<Told> told) {
    told.forEach(one -> apply(one.feed(), List.of(one.event())));
  }

  /** In batches, each in one transaction: as it is imported. */
  public void load(List<Told> told) {
    for (String feed : List.of("technicians", "customers", "jobs")) {
      List<FeedEvent> events = new ArrayList<>();
      told.stream().filter(one -> one.feed().equals(feed)).map(Told::event).forEach(events::add);
      if (!events.isEmpty()) {
        apply(feed, events);
      }
    }
  }

  /** A batch of one feed. */
  public void apply(String feed, List<FeedEvent> batch) {
    FeedSubscription subscription =
        subscriptions.stream().filter(one -> one.feed().equals(feed)).findFirst().orElseThrow();
    QuarkusTransaction.requiringNew().run(() -> subscription.apply(batch));
  }
}
