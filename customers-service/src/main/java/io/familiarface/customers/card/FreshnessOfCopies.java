package io.familiarface.customers.card;

import io.familiarface.database.RoundTrip;
import io.familiarface.database.RoundTrip.Rows;
import io.familiarface.feed.consumer.ConsumerStatus;
import io.familiarface.feed.consumer.StoredStatus;
import io.familiarface.rest.feed.FollowedFeeds;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says of each part of a card how far it can be relied on. */
@ApplicationScoped
class FreshnessOfCopies {

  private static final List<String> OWN =
      List.of("traits", "burnedBefore", "mood", "notYetExplained");

  private static final Map<String, List<String>> PARTS =
      Map.of(
          "jobs",
          List.of(
              "standingPromises",
              "brokenPromises",
              "usualTechnicians",
              "comingVisits",
              "recentTechnicianChanges",
              "faces",
              "views.ours"),
          "technicians",
          List.of("names of technicians"),
          "feedback",
          List.of("risk", "flag", "openComplaints", "views.theirs"));

  /** A long poll is answered within half of that, be it with nothing new. */
  private static final Duration HEARD_LATELY = Duration.ofMinutes(1);

  private final FollowedFeeds feeds;
  private final Clock clock;

  FreshnessOfCopies(FollowedFeeds feeds, Clock clock) {
    this.feeds = feeds;
    this.clock = clock;
  }

  Rows<StoredStatus> ask(RoundTrip trip) {
    return FollowedFeeds.ask(trip);
  }

  List<Card.Freshness> from(Rows<StoredStatus> stored) {
    List<Card.Freshness> parts = new ArrayList<>();
    parts.add(new Card.Freshness(OWN, null, clock.instant(), 0, true));
    for (ConsumerStatus status : feeds.status(stored)) {
      parts.add(
          new Card.Freshness(
              PARTS.getOrDefault(status.feed(), List.of()),
              status.feed(),
              status.heardAt(),
              status.behind(),
              status.behind() == 0 && isHeardLately(status)));
    }
    return parts;
  }

  private boolean isHeardLately(ConsumerStatus status) {
    return status.heardAt() != null
        && status.heardAt().isAfter(clock.instant().minus(HEARD_LATELY));
  }
}
