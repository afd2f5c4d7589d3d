package io.familiarface.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long each of many took, in milliseconds. */
final class Durations {
  private final List<Double> millis = new ArrayList<>();

  /** Something that is timed. */
  interface Timed {
    void run() throws Exception;
  }

  void time(Timed timed) throws Exception {
    long began = System.nanoTime();
    timed.run();
    millis.add((System.nanoTime() - began) / 1e6);
  }

  double median() {
    return quantile(0.5);
  }

  double p99() {
    return quantile(0.99);
  }

  private double quantile(double share) {
    List<Double> sorted = new ArrayList<>(millis);
    Collections.sort(sorted);
    return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * share) - 1));
  }
}
