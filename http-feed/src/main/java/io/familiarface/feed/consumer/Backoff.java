package io.familiarface.feed.consumer;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses that double, each somewhere between its half and its whole so that copies spread out. */
final class Backoff {
  private final Duration first;
  private final Duration longest;
  private int failures;

  Backoff(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
  }

  Duration next() {
    var doubled = first.toMillis() << Math.min(failures++, 20);
    var whole = Math.max(1, Math.min(doubled, longest.toMillis()));
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(whole / 2, whole + 1));
  }

  void reset() {
    failures = 0;
  }
}
