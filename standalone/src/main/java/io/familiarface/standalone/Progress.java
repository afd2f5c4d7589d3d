package io.familiarface.standalone;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Tells what is being done; a step of more than two seconds is heard of while it lasts. */
public final class Progress implements AutoCloseable {
  private static final long FIRST_WORD_AFTER_SECONDS = 2;
  private static final long THEN_EVERY_SECONDS = 5;

  private final PrintStream out;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("progress"));

  public Progress(PrintStream out) {
    this.out = out;
  }

  public <T> T step(String what, Supplier<T> work) {
    long began = System.nanoTime();
    var ticking =
        timer.scheduleAtFixedRate(
            () -> out.println("  ... " + what + " (" + secondsSince(began) + " s)"),
            FIRST_WORD_AFTER_SECONDS,
            THEN_EVERY_SECONDS,
            TimeUnit.SECONDS);
    try {
      T made = work.get();
      ticking.cancel(false);
      out.printf(Locale.ROOT, "  %-44s %5.1f s%n", what, millisSince(began) / 1000.0);
      return made;
    } finally {
      ticking.cancel(false);
    }
  }

  public void step(String what, Runnable work) {
    step(
        what,
        () -> {
          work.run();
          return null;
        });
  }

  public void say(String line) {
    out.println(line);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private static long secondsSince(long began) {
    return millisSince(began) / 1000;
  }

  private static long millisSince(long began) {
    return Duration.ofNanos(System.nanoTime() - began).toMillis();
  }
}
