package io.familiarface.rest.time;

import io.familiarface.rest.problem.CommonProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as everybody here keeps and checks them. */
public final class Instants {
  /** Two machines are rarely of one mind about the time. */
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  private Instants() {}

  /** As the database keeps it, in microseconds; null stays null. */
  public static Instant toMicros(Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
  }

  /** Later than now by more than clocks differ; null is not. */
  public static boolean isFuture(Instant at, Instant now) {
    return at != null && at.isAfter(future(now));
  }

  /** What is later than this lies in the future, whatever the clock. */
  public static Instant future(Instant now) {
    return now.plus(CLOCKS_DIFFER);
  }

  /**
   * Refuses a fact of the future.
   *
   * @param pointer where the instant stands in the request body
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400
   */
  public static void requirePast(Instant at, Instant now, String pointer) {
    if (isFuture(at, now)) {
      throw CommonProblem.INVALID_REQUEST.at(
          pointer, "This lies in the future, so it cannot have happened yet.");
    }
  }
}
