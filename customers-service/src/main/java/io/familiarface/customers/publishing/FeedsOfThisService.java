package io.familiarface.customers.publishing;

import io.familiarface.feed.Feed;
import io.familiarface.rest.feed.PublishedFeeds;
import io.familiarface.rest.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;

/** Full states of persons: for the other services alone. */
@ApplicationScoped
class FeedsOfThisService implements PublishedFeeds {

  @Override
  public Map<Feed, Set<String>> feeds() {
    return Map.of(Feed.ofAggregates(CustomersFeed.NAME), Set.of(Role.SERVICE));
  }
}
