package io.familiarface.rest.feed;

import io.familiarface.feed.Feed;
import java.util.Map;
import java.util.Set;

/** Which feeds a service publishes, and the roles that may read each. One bean per service. */
public interface PublishedFeeds {
  Map<Feed, Set<String>> feeds();
}
