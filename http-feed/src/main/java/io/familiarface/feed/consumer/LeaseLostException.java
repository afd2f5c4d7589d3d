package io.familiarface.feed.consumer;

/** Another copy of this service has taken over the feed, or it is to be rebuilt first. */
final class LeaseLostException extends Exception {
  LeaseLostException(String feed) {
    super("The feed \"%s\" is followed by another copy now, or to be rebuilt.".formatted(feed));
  }
}
