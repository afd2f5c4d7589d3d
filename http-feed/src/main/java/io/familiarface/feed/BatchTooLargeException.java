package io.familiarface.feed;

import java.io.IOException;

/** A batch of events is longer than its reader can take; fewer may be asked for. */
public final class BatchTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  public BatchTooLargeException(String message, Throwable cause) {
    super(message, cause);
  }
}
