package io.familiarface.standalone.command;

import io.familiarface.history.Progress;
import java.io.PrintWriter;
import java.time.Duration;

/** A line now and then for an import that takes longer. */
final class ImportProgress implements Progress {
  private static final long BETWEEN = Duration.ofSeconds(2).toNanos();

  private final PrintWriter out;
  private long last = System.nanoTime();

  ImportProgress(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void at(String step, long done, long of) {
    long now = System.nanoTime();
    if (now - last >= BETWEEN && of > 0) {
      last = now;
      out.printf("  ... %s: %d %%%n", step, 100 * done / of);
      out.flush();
    }
  }
}
