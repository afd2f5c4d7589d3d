package io.familiarface.customers.publishing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.familiarface.customers.certificate.Discount;
import io.familiarface.customers.customer.CustomerChanged;
import io.familiarface.customers.customer.CustomerErased;
import io.familiarface.customers.customer.CustomerMerged;
import io.familiarface.customers.customer.Customers;
import io.familiarface.customers.customer.CustomersChanged;
import io.familiarface.customers.interaction.InteractionView;
import io.familiarface.customers.interaction.Interactions;
import io.familiarface.customers.interaction.Interactions.LastInbound;
import io.familiarface.customers.person.People;
import io.familiarface.customers.person.PersonView;
import io.familiarface.customers.promise.PromiseView;
import io.familiarface.customers.promise.Promises;
import io.familiarface.customers.site.SiteView;
import io.familiarface.customers.site.Sites;
import io.familiarface.customers.trait.TraitView;
import io.familiarface.customers.trait.Traits;
import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.feed.Feed;
import io.familiarface.rest.feed.FeedPublisher;
import io.familiarface.rest.feed.PublishedFeeds;
import io.familiarface.rest.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
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
  private final Database database;

  CustomerPublisher(FeedPublisher feed, Customers customers, Database database) {
    this.feed = feed;
    this.customers = customers;
    this.database = database;
  }

  /** Full states of persons: for the other services alone. */
  @Override
  public Map<Feed, Set<String>> feeds() {
    return Map.of(Feed.ofAggregates(NAME), Set.of(Role.SERVICE));
  }

  void publish(@Observes CustomerChanged change) {
    if (change.created() != null) {
      publish(
          CustomerState.of(
              change.created(),
              1,
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              null,
              List.of()),
          change.at());
    } else {
      customers.flush();
      publish(new CustomersChanged(Map.of(change.customerId(), change.at()), database.roundTrip()));
    }
  }

  /** Whoever holds anything of the one gives it to the other. */
  void publish(@Observes CustomerMerged merged) {
    feed.publish(NAME, TYPE + ".merged", merged.from(), merged.at(), merged);
  }

  /** Whoever holds anything of them forgets it; so does what is stored of the feed. */
  void publish(@Observes CustomerErased erased) {
    erased.ids().forEach(id -> feed.delete(NAME, TYPE, id));
  }

  void publish(@Observes CustomersChanged changes) {
    RoundTrip trip = changes.change().bind("customers", changes.at().keySet());
    var revised = Customers.countChange(trip);
    var people = People.ofCustomers(trip);
    var sites = Sites.ofCustomers(trip);
    var traits = Traits.ofCustomers(trip);
    var promises = Promises.ofCustomers(trip);
    var talks = Interactions.withMood(trip);
    var inbound = Interactions.lastInbound(trip);
    var discounts = Discount.ofCustomers(trip);
    trip.send();
    var peopleOf = people.all().stream().collect(groupingBy(PersonView::customerId));
    var sitesOf = sites.all().stream().collect(groupingBy(SiteView::customerId));
    var traitsOf = traits.all().stream().collect(groupingBy(TraitView::customerId));
    var promisesOf =
        promises.all().stream()
            .map(Promises.Row::view)
            .collect(groupingBy(PromiseView::customerId));
    var talksOf = talks.all().stream().collect(groupingBy(InteractionView::customerId));
    Map<UUID, Instant> lastInboundOf =
        inbound.all().stream().collect(toMap(LastInbound::customerId, LastInbound::at));
    var discountsOf = discounts.all().stream().collect(groupingBy(Discount::customerId));
    for (Customers.Revised customer : revised.all()) {
      UUID id = customer.view().id();
      publish(
          CustomerState.of(
              customer.view(),
              customer.revision(),
              peopleOf.getOrDefault(id, List.of()),
              sitesOf.getOrDefault(id, List.of()),
              traitsOf.getOrDefault(id, List.of()),
              promisesOf.getOrDefault(id, List.of()),
              talksOf.getOrDefault(id, List.of()),
              lastInboundOf.get(id),
              discountsOf.getOrDefault(id, List.of())),
          changes.at().get(id));
    }
  }

  private void publish(CustomerState state, Instant at) {
    feed.publish(NAME, TYPE, state.id(), at, state);
  }
}
