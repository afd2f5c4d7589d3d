package io.familiarface.feed.consumer;

import io.familiarface.feed.Cursor;
import io.familiarface.feed.FeedPage;
import java.time.Duration;

/** One feed of a rebuild, read from its first event into the shadow. */
final class ShadowConsumer {
  private final Subscription subscription;
  private final UnitOfWork shadow;
  private final ConsumerSettings settings;
  private final CursorStore cursors;
  private final EventApplier applier;
  private Cursor cursor = Cursor.START;

  ShadowConsumer(Subscription subscription, UnitOfWork shadow, ConsumerSettings settings) {
    this.subscription = subscription;
    this.shadow = shadow;
    this.settings = settings;
    this.cursors = new CursorStore(subscription.feed(), settings.lease());
    this.applier =
        new EventApplier(subscription, shadow, cursors, settings, true, new StopSignal());
  }

  String name() {
    return subscription.feed();
  }

  void begin() throws Exception {
    shadow.inTransaction(
        connection -> {
          cursors.createIfAbsent(connection);
          return cursors.acquireLease(connection);
        });
  }

  void catchUpWith(Cursor live) throws Exception {
    while (cursor.compareTo(live) < 0) {
      var page = subscription.source().poll(name(), cursor, Duration.ZERO, settings.limit()).get();
      var due = page.events().stream().filter(e -> e.cursor().compareTo(live) <= 0).toList();
      if (due.isEmpty()) {
        return; // What is left up to there are holes.
      }
      cursor = applier.apply(cursor, new FeedPage(due, page.head(), page.compacted()));
    }
  }
}
