package io.familiarface.jobs.accounting.system;

import java.time.Duration;

/** The system did not answer, or not with what it should: it is asked the same again later. */
class SystemUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final Duration retryAfter;
  private final boolean counts;

  private SystemUnavailable(String words, Duration retryAfter, boolean counts) {
    super(words);
    this.retryAfter = retryAfter;
    this.counts = counts;
  }

  static SystemUnavailable because(String words) {
    return new SystemUnavailable(words, Duration.ZERO, true);
  }

  /** It asks to be left alone for so long: that says nothing against what was sent. */
  static SystemUnavailable busy(String words, Duration retryAfter) {
    return new SystemUnavailable(words, retryAfter, false);
  }

  Duration retryAfter() {
    return retryAfter;
  }

  /** Whether it counts as an attempt. */
  boolean counts() {
    return counts;
  }
}
