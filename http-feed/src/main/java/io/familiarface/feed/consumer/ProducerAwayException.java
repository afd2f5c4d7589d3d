package io.familiarface.feed.consumer;

import java.time.Duration;

/** The producer of a feed can't be reached or refuses; to be tried again later. */
public final class ProducerAwayException extends RuntimeException {
  private final boolean gone;
  private final transient Duration retryAfter;

  private ProducerAwayException(
      String message, boolean gone, Duration retryAfter, Throwable cause) {
    super(message, cause);
    this.gone = gone;
    this.retryAfter = retryAfter;
  }

  static ProducerAwayException unreachable(String message, Throwable cause) {
    return new ProducerAwayException(message, false, Duration.ZERO, cause);
  }

  static ProducerAwayException refused(String message, Duration retryAfter) {
    return new ProducerAwayException(message, false, retryAfter, null);
  }

  static ProducerAwayException gone(String message) {
    return new ProducerAwayException(message, true, Duration.ZERO, null);
  }

  /** Whether our cursor is from another life of the feed, so that only a rebuild helps. */
  public boolean gone() {
    return gone;
  }

  /** The least time to wait that the producer has asked for; zero if it has not. */
  public Duration retryAfter() {
    return retryAfter == null ? Duration.ZERO : retryAfter;
  }
}
