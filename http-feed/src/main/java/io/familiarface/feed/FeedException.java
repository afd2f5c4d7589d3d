package io.familiarface.feed;

/** A feed can't do what was asked of it; the message says why and what to do. */
public abstract class FeedException extends RuntimeException {
  protected FeedException(String message) {
    super(message);
  }
}
