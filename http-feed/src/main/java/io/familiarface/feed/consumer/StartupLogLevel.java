package io.familiarface.feed.consumer;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.event.Level;

/**
 * How loud to be about a producer that does not answer. Services start at the same time, so in the
 * first minute, until a producer has answered once, one quiet line is enough.
 */
final class StartupLogLevel {
  private static final Duration SETTLING_IN = Duration.ofMinutes(1);

  private final LongSupplier nanos;
  private final long startedAt;
  private boolean answered;
  private boolean mentioned;

  StartupLogLevel(LongSupplier nanos) {
    this.nanos = nanos;
    this.startedAt = nanos.getAsLong();
  }

  void answered() {
    answered = true;
  }

  Level next() {
    if (answered || nanos.getAsLong() - startedAt >= SETTLING_IN.toNanos()) {
      return Level.WARN;
    }
    Level level = mentioned ? Level.DEBUG : Level.INFO;
    mentioned = true;
    return level;
  }
}
