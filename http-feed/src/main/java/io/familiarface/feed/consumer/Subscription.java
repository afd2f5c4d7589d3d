package io.familiarface.feed.consumer;

import io.familiarface.feed.FeedEvent;
import java.util.Collection;
import java.util.List;

/** A feed that a service follows, where it is read, and what is done with its events. */
public record Subscription(String feed, FeedSource source, FeedHandler handler) {
  void deliver(List<FeedEvent> events, Delivery delivery) throws Exception {
    requireData(events);
    guarded(() -> handler.applyAll(events, delivery));
  }

  void replace(Collection<String> subjects, List<FeedEvent> events, Delivery delivery)
      throws Exception {
    requireData(events);
    guarded(() -> handler.replace(subjects, events, delivery));
  }

  private static void requireData(List<FeedEvent> events) {
    if (events.stream().anyMatch(FeedEvent::tooLong)) {
      throw new IllegalArgumentException(
          "It is too long for this service to read. Shorten what it tells of where it comes from,"
              + " or give this event up.");
    }
  }

  private void guarded(Work work) throws Exception {
    try {
      work.run();
    } catch (LinkageError | AssertionError | StackOverflowError e) {
      // The fault of these events or of their handler; other errors are of the whole process.
      throw new IllegalStateException("The handler of %s broke".formatted(feed), e);
    }
  }

  @FunctionalInterface
  private interface Work {
    void run() throws Exception;
  }
}
