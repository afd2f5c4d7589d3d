package io.familiarface.feed.consumer;

import java.time.Duration;

/**
 * @param limit events in one request, and in one transaction
 * @param timeout how long one poll may wait
 * @param lease how long after the death of the copy at work another takes over
 * @param tries of one event before it is parked
 * @param pause after a failure, doubled each time
 * @param longestPause what the pause grows to
 */
public record ConsumerSettings(
    int limit, Duration timeout, Duration lease, int tries, Duration pause, Duration longestPause) {
  public static final ConsumerSettings DEFAULT =
      new ConsumerSettings(
          500,
          Duration.ofSeconds(20),
          Duration.ofSeconds(15),
          5,
          Duration.ofMillis(100),
          Duration.ofSeconds(15));

  public ConsumerSettings {
    if (limit < 1 || tries < 1 || lease.isZero() || lease.isNegative() || pause.isNegative()) {
      throw new IllegalArgumentException("A consumer needs a limit, tries and a lease above 0.");
    }
  }
}
