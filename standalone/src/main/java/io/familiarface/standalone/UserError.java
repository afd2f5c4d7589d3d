package io.familiarface.standalone;

/** Something the person at the keyboard can mend; the message is one line and says how. */
public final class UserError extends RuntimeException {
  public UserError(String message) {
    super(message);
  }

  public UserError(String message, Throwable cause) {
    super(message, cause);
  }
}
