package io.familiarface.postgres;

import java.time.Duration;

/**
 * How long to wait before something that ended by itself is started again: not at all at first,
 * then longer each time, and never for good. What has run for a while begins anew.
 */
public final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Duration STEADY = Duration.ofMinutes(2);

  private Duration next = Duration.ZERO;

  /**
   * @param ran how long it ran before it ended
   */
  public Duration next(Duration ran) {
    Duration pause = ran.compareTo(STEADY) < 0 ? next : Duration.ZERO;
    Duration doubled = pause.multipliedBy(2);
    if (pause.isZero()) {
      next = FIRST;
    } else {
      next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
    return pause;
  }
}
