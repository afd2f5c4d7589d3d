package io.familiarface.jobs.accounting;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** When what was not delivered is tried again. */
public final class RetryPlan {
  private final List<Duration> delays;

  /**
   * @param delays before each attempt, the first one's first
   */
  public RetryPlan(List<Duration> delays) {
    this.delays = List.copyOf(delays);
  }

  /**
   * The delay before the next attempt, up to a tenth longer, so that receivers that were away are
   * not called by all at once; empty when it is given up.
   *
   * @param made how many attempts were made
   * @param asked how long the receiver asked to be left alone; zero if it did not
   */
  public Optional<Duration> delayAfter(int made, Duration asked) {
    if (made >= delays.size()) {
      return Optional.empty();
    }
    Duration delay = delays.get(made);
    long jitter = ThreadLocalRandom.current().nextLong(delay.toMillis() / 10 + 1);
    Duration planned = delay.plusMillis(jitter);
    return Optional.of(planned.compareTo(asked) > 0 ? planned : asked);
  }
}
