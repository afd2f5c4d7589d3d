package io.familiarface.customers.publishing;

import io.familiarface.customers.customer.CustomerChanged;
import io.familiarface.customers.customer.Customers;
import io.familiarface.customers.interaction.Interactions;
import io.familiarface.customers.promise.Promises;
import io.familiarface.customers.trait.Traits;
import io.familiarface.feed.Feed;
import io.familiarface.rest.feed.FeedPublisher;
import io.familiarface.rest.feed.PublishedFeeds;
import io.familiarface.rest.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tells the other services, with every change, all that a customer is now. */
@ApplicationScoped
class CustomerPublisher implements PublishedFeeds {

  private static final String NAME = "customers";
  private static final String TYPE = "io.familiarface.customer";

  private final FeedPublisher feed;
  private final Customers customers;
  private final Traits traits;
  private final Promises promises;
  private final Interactions interactions;

  CustomerPublisher(
      FeedPublisher feed,
      Customers customers,
      Traits traits,
      Promises promises,
      Interactions interactions) {
    this.feed = feed;
    this.customers = customers;
    this.traits = traits;
    this.promises = promises;
    this.interactions = interactions;
  }

  /** Full states of persons: for the other services alone. */
  @Override
  public Map<Feed, Set<String>> feeds() {
    return Map.of(Feed.ofAggregates(NAME), Set.of(Role.SERVICE));
  }

  void publish(@Observes CustomerChanged change) {
    UUID id = change.customerId();
    CustomerState state = change.isNew() ? blank(id) : full(id);
    feed.publish(NAME, TYPE, id, change.at(), state);
  }

  private CustomerState blank(UUID id) {
    var customer = customers.view(id).orElseThrow();
    return CustomerState.of(customer, 1, List.of(), List.of(), List.of());
  }

  private CustomerState full(UUID id) {
    long revision = customers.nextRevision(id);
    return CustomerState.of(
        customers.view(id).orElseThrow(),
        revision,
        traits.ofCustomer(id),
        promises.ofCustomer(id),
        interactions.withMood(id));
  }
}
