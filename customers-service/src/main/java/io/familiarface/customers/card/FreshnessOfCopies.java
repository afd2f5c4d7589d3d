package io.familiarface.customers.card;

import io.familiarface.feed.consumer.ConsumerStatus;
import io.familiarface.rest.feed.FollowedFeeds;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says of each part of a card how far it can be relied on. */
@ApplicationScoped
class FreshnessOfCopies {

  private static final List<String> OWN =
      List.of("pinned", "standingPromises", "burnedBefore", "mood", "otherTraits");

  private static final Map<String, List<String>> PARTS =
      Map.of(
          "jobs",
          List.of("brokenPromises", "comingVisits", "recentTechnicianChanges", "views.ours"),
          "technicians",
          List.of("usualTechnicians"),
          "feedback",
          List.of("risk", "flag", "openComplaints", "views.theirs"));

  private final FollowedFeeds feeds;

  FreshnessOfCopies(FollowedFeeds feeds) {
    this.feeds = feeds;
  }

  List<Card.Freshness> now() {
    List<Card.Freshness> parts = new ArrayList<>();
    parts.add(new Card.Freshness(OWN, "customers", null, true));
    for (ConsumerStatus status : statuses()) {
      parts.add(
          new Card.Freshness(
              PARTS.getOrDefault(status.feed(), List.of()),
              status.feed(),
              status.behind(),
              status.behind() == 0 && isHeard(status)));
    }
    return parts;
  }

  private static boolean isHeard(ConsumerStatus status) {
    return status.state() == ConsumerStatus.State.FOLLOWING
        || status.state() == ConsumerStatus.State.STANDING_BY;
  }

  private List<ConsumerStatus> statuses() {
    try {
      return feeds.status();
    } catch (Exception e) {
      throw new IllegalStateException("How fresh the copies are cannot be read", e);
    }
  }
}
