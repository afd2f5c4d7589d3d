package io.familiarface.feedback;

import io.familiarface.feed.Feed;
import io.familiarface.rest.feed.PublishedFeeds;
import io.familiarface.rest.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;

/** The feeds that this service publishes. */
@ApplicationScoped
class FeedbackFeeds implements PublishedFeeds {

  @Override
  public Map<Feed, Set<String>> feeds() {
    return Map.of(Feed.ofEvents("feedback"), Set.of(Role.SERVICE, Role.INTEGRATION, Role.ADMIN));
  }
}
