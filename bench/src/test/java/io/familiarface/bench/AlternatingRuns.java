package io.familiarface.bench;

import java.util.Locale;

/** The service and the bare statements by turns, so that both have the same day. */
final class AlternatingRuns {
  /** A rate a second. */
  interface Rate {
    double measure() throws Exception;
  }

  private final int rounds;

  AlternatingRuns(int rounds) {
    this.rounds = rounds;
  }

  record Result(double service, double baseline) {
    double ratio() {
      return service / baseline;
    }

    String inWords(String baselineName) {
      return String.format(
          Locale.ROOT, "%,.0f a second against %,.0f of %s", service, baseline, baselineName);
    }
  }

  Result run(Rate service, Rate baseline) throws Exception {
    double ours = 0;
    double theirs = 0;
    for (int i = 0; i < rounds; i++) {
      double us = service.measure();
      double them = baseline.measure();
      System.out.printf(Locale.ROOT, "  round %d: %.0f against %.0f%n", i + 1, us, them);
      ours += us / rounds;
      theirs += them / rounds;
    }
    return new Result(ours, theirs);
  }
}
