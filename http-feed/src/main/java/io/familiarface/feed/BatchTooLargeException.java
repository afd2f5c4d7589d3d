package io.familiarface.feed;

import java.io.IOException;
import java.util.Optional;

/**
 * A batch of events is longer than its reader can take; fewer may be asked for, down to the one
 * event that is too long by itself.
 */
public final class BatchTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient FeedEvent first;

  public BatchTooLargeException(String message, Throwable cause) {
    this(message, cause, null);
  }

  BatchTooLargeException(String message, Throwable cause, FeedEvent first) {
    super(message, cause);
    this.first = first;
  }

  /** The event that is too long, without its data, if it is the first of the batch. */
  public Optional<FeedEvent> first() {
    return Optional.ofNullable(first);
  }
}
