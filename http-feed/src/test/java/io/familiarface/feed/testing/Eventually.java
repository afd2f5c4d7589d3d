package io.familiarface.feed.testing;

import java.util.concurrent.Callable;

/** Waits for what other threads bring about. */
public final class Eventually {
  /** Only a hang comes near this, so that no slow machine fails a test. */
  private static final long TOO_LONG_NANOS = 60_000_000_000L;

  private Eventually() {}

  public static void holds(Callable<Boolean> condition) {
    var start = System.nanoTime();
    try {
      while (!condition.call()) {
        if (System.nanoTime() - start > TOO_LONG_NANOS) {
          throw new AssertionError("It has not come about in a minute");
        }
        Thread.sleep(2);
      }
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
