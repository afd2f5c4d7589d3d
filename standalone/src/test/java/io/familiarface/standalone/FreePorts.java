package io.familiarface.standalone;

import java.util.Random;

/** Ports for a test of its own. */
public final class FreePorts {
  private static final int LOWEST = 20_000;

  // Above this, systems hand out ports to outgoing connections, so a free one may soon be taken.
  private static final int HIGHEST = 32_000;

  private FreePorts() {}

  public static Ports find() {
    return new Random()
        .ints(LOWEST, HIGHEST)
        .mapToObj(Ports::new)
        .filter(Ports::areFree)
        .findFirst()
        .orElseThrow();
  }
}
