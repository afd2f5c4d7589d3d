package io.familiarface.feed;

/** There is no such feed here. Not found (404). */
public final class UnknownFeedException extends FeedException {
  public UnknownFeedException(String feed) {
    super("There is no feed \"%s\" here.".formatted(feed));
  }
}
