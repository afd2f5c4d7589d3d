package io.familiarface.feedback.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.feed.FeedEvent;
import io.familiarface.rest.feed.FeedSubscription;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

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

  /** All that a feed tells of a customer, when what is derived from it is made anew. */
  public void replace(String feed, UUID customer, List<Told> told) {
    FeedSubscription subscription = subscription(feed);
    assertThat(subscription.subjects()).contains(customer);
    List<FeedEvent> events =
        told.stream().filter(one -> one.feed().equals(feed)).map(Told::event).toList();
    QuarkusTransaction.requiringNew().run(() -> subscription.replace(List.of(customer), events));
  }

  /** A batch of one feed. */
  public void apply(String feed, List<FeedEvent> batch) {
    FeedSubscription subscription = subscription(feed);
    QuarkusTransaction.requiringNew().run(() -> subscription.apply(batch));
  }

  private FeedSubscription subscription(String feed) {
    return subscriptions.stream().filter(one -> one.feed().equals(feed)).findFirst().orElseThrow();
  }
}
