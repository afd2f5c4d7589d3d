package io.familiarface.rest.notes;

import io.familiarface.feed.Feed;
import io.familiarface.rest.feed.PublishedFeeds;
import io.familiarface.rest.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;

@ApplicationScoped
class NoteFeeds implements PublishedFeeds {
  @Override
  public Map<Feed, Set<String>> feeds() {
    return Map.of(
        Feed.ofEvents("notes"), Set.of(Role.SERVICE, Role.INTEGRATION, Role.ADMIN),
        Feed.ofAggregates("private-notes"), Set.of(Role.SERVICE));
  }
}
