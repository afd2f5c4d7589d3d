package io.familiarface.feed;

/** A parameter of a poll makes no sense. A bad request (400). */
public final class InvalidPollException extends FeedException {
  private final String parameter;

  public InvalidPollException(String parameter, String message) {
    super(message);
    this.parameter = parameter;
  }

  /** The query parameter at fault: {@code timeout} or {@code limit}. */
  public String parameter() {
    return parameter;
  }
}
