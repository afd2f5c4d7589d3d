package io.familiarface.feedback.flag;

import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.time.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Somebody asks what the flags were worth. */
@ApplicationScoped
class GradingFlags {
  private static final Duration USUAL = Duration.ofDays(365);

  private final CustomerFlags flags;
  private final Clock clock;

  GradingFlags(CustomerFlags flags, Clock clock) {
    this.flags = flags;
    this.clock = clock;
  }

  /**
   * @param since null for a year ago
   */
  FlagReportCard since(Instant since) {
    Instant now = clock.instant();
    if (Instants.isFuture(since, now)) {
      throw CommonProblem.INVALID_REQUEST.at("?since", "since is an instant in the past.");
    }
    Instant from = since == null ? now.minus(USUAL) : since;
    return FlagReportCard.of(from, now, flags.graded(from, now));
  }
}
