package io.familiarface.history.send;

/** A run that could not go on. What is in stays in: run it again, nothing is doubled. */
public final class SendingStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SendingStopped(String message) {
    super(message);
  }

  SendingStopped(String message, Throwable cause) {
    super(message, cause);
  }
}
