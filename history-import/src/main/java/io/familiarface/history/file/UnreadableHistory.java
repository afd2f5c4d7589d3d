package io.familiarface.history.file;

/** A file that can't be read as a history at all. The message says what to do. */
public final class UnreadableHistory extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnreadableHistory(String message) {
    super(message);
  }

  public UnreadableHistory(String message, Throwable cause) {
    super(message, cause);
  }
}
