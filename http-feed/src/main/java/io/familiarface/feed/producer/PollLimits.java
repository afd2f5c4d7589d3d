package io.familiarface.feed.producer;

import java.time.Duration;

/** The longest wait and the most events that a poll gets, whatever it asks for. */
public record PollLimits(Duration timeout, int events) {
  public static final PollLimits DEFAULT = new PollLimits(Duration.ofSeconds(30), 1000);

  public PollLimits {
    if (timeout.isNegative() || events < 1) {
      throw new IllegalArgumentException("A poll needs a timeout from 0 and at least 1 event.");
    }
  }
}
