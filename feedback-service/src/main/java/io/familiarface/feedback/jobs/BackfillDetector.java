package io.familiarface.feedback.jobs;

import io.familiarface.feed.FeedEvent;
import io.familiarface.feedback.sql.Sql;
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

  private final Sql sql;
  private final Clock clock;

  BackfillDetector(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  void record(List<FeedEvent> batch) {
    Instant now = clock.instant();
    Instant newsSince = now.minus(LONG_AGO);
    if (batch.stream().anyMatch(event -> event.time().isBefore(newsSince))) {
      sql.change("update history_heard set heard_at = ?", now);
    }
  }

  /** Whether any of it has come in lately. */
  public boolean isRunning(Duration lately) {
    return sql.first(
            "select heard_at > ? as lately from history_heard",
            row -> row.bool("lately"),
            clock.instant().minus(lately))
        .orElse(false);
  }
}
