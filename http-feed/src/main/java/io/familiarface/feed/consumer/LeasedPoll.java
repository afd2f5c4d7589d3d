package io.familiarface.feed.consumer;

import io.familiarface.feed.BatchTooLargeException;
import io.familiarface.feed.Cursor;
import io.familiarface.feed.FeedPage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the producer, and keeps the lease as it waits. Of the consumer's thread alone. */
final class LeasedPoll {
  private static final Logger LOG = LoggerFactory.getLogger(LeasedPoll.class);

  private final Subscription subscription;
  private final UnitOfWork unitOfWork;
  private final CursorStore cursors;
  private final ConsumerSettings settings;
  private final StopSignal stop;

  /** When this copy last knew the lease to be its own. */
  private long leasedAt;

  /** How many events are asked for, less than usual after a batch that was too large. */
  private int limit;

  private boolean rebuilding;

  LeasedPoll(
      Subscription subscription,
      UnitOfWork unitOfWork,
      CursorStore cursors,
      ConsumerSettings settings,
      StopSignal stop) {
    this.subscription = subscription;
    this.unitOfWork = unitOfWork;
    this.cursors = cursors;
    this.settings = settings;
    this.stop = stop;
    this.limit = settings.limit();
  }

  /** The lease is known to be this copy's, just now. */
  void leased() {
    leasedAt = System.nanoTime();
  }

  /** Whether what is polled for is a rebuild: the lease says so to other copies. */
  void rebuilding(boolean now) {
    rebuilding = now;
  }

  /**
   * What the producer answers; empty if told to stop meanwhile. Of a batch that is too large a half
   * is asked for, and so on.
   */
  Optional<FeedPage> poll(Cursor after, Duration timeout) throws Exception {
    while (true) {
      try {
        var page = pollOnce(after, timeout);
        limit = Math.min(2 * limit, settings.limit());
        return page;
      } catch (BatchTooLargeException e) {
        if (limit == 1) {
          throw e;
        }
        limit = limit / 2;
        LOG.info(
            "{} Asking {} for {} events at a time.", e.getMessage(), subscription.feed(), limit);
      }
    }
  }

  private Optional<FeedPage> pollOnce(Cursor after, Duration timeout) throws Exception {
    keepLease();
    var answer = subscription.source().poll(subscription.feed(), after, timeout, limit);
    var answerOrStop = CompletableFuture.anyOf(answer, stop.given());
    while (true) {
      try {
        answerOrStop.get(settings.lease().toMillis() / 3, TimeUnit.MILLISECONDS);
        if (stop.isGiven()) {
          answer.cancel(true);
          return Optional.empty();
        }
        return Optional.of(answer.get());
      } catch (TimeoutException stillWaiting) {
        keepLease();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof Exception cause ? cause : e;
      }
    }
  }

  private void keepLease() throws Exception {
    if (System.nanoTime() - leasedAt < settings.lease().toNanos() / 3) {
      return;
    }
    unitOfWork.inTransaction(
        connection -> {
          cursors.renew(connection, rebuilding);
          return null;
        });
    leased();
  }
}
