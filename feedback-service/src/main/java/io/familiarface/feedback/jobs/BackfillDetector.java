package io.familiarface.feedback.jobs;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.feed.FeedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Knows whether a history is coming in: events of long ago that are heard of only now. Its end may
 * say another thing than its beginning, for a list of visits is sent before that of cancellations.
 */
@ApplicationScoped
public class BackfillDetector {
  /** What is written down this late is not news any more. */
  private static final Duration LONG_AGO = Duration.ofDays(7);

  private final Database database;
  private final Clock clock;

  BackfillDetector(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Notes, with the round trip, if any of these is of long ago. */
  void record(List<FeedEvent> batch, RoundTrip trip) {
    Instant now = clock.instant();
    Instant newsSince = now.minus(LONG_AGO);
    if (batch.stream().anyMatch(event -> event.time().isBefore(newsSince))) {
      trip.bind("heardNow", now).update("update history_heard set heard_at = :heardNow");
    }
  }

  /** Whether any of it has come in lately. */
  public boolean isRunning(Duration lately) {
    return database
        .sql("select 1 from history_heard where heard_at > :since")
        .bind("since", clock.instant().minus(lately))
        .exists();
  }
}
