package io.familiarface.standalone;

/** Something the person at the keyboard can mend; the message is one line and says how. */
public final class Trouble extends RuntimeException {
  public Trouble(String message) {
    super(message);
  }

  public Trouble(String message, Throwable cause) {
    super(message, cause);
  }
}
