package io.familiarface.feed.consumer;

/** Another copy of this service has taken over the feed, or its cursor was moved. */
final class LeaseLostException extends Exception {
  LeaseLostException(String feed) {
    super("Another copy follows the feed \"%s\" now.".formatted(feed));
  }
}
