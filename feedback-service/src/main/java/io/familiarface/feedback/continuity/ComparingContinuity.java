package io.familiarface.feedback.continuity;

import io.familiarface.feedback.words.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Somebody compares how many faces customers see with the company's own past. */
@ApplicationScoped
class ComparingContinuity {
  /** The window asked for, and those before. */
  private static final int WINDOWS = 4;

  private final ContinuityCounts counts;
  private final Words words;
  private final Clock clock;

  ComparingContinuity(ContinuityCounts counts, Words words, Clock clock) {
    this.counts = counts;
    this.words = words;
    this.clock = clock;
  }

  ContinuityInsight byBranch(Window window) {
    List<Instant> bounds = new ArrayList<>();
    bounds.add(clock.instant());
    for (int n = 0; n < WINDOWS; n++) {
      bounds.add(0, window.before(bounds.get(0), words.zone()));
    }
    return ContinuityInsight.of(window, bounds, counts.within(bounds));
  }
}
