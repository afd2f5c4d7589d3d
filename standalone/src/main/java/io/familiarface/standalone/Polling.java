package io.familiarface.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for something that does not tell when it is there. */
public final class Polling {
  private static final long MILLIS_BETWEEN = 150;

  private Polling() {}

  /** Looks until it is so; false when it was not within that time. */
  public static boolean until(Duration longest, BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(longest);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        return false;
      }
      try {
        Thread.sleep(MILLIS_BETWEEN);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new UserError("Interrupted while waiting.", e);
      }
    }
    return true;
  }
}
