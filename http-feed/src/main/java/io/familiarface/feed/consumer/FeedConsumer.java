package io.familiarface.feed.consumer;

import io.familiarface.feed.Cursor;
import io.familiarface.feed.FeedPage;
import io.familiarface.feed.consumer.ConsumerStatus.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows one feed, on one thread: polls, applies what comes, and begins again. Every copy of a
 * service runs one; a lease in the database lets one of them be at work.
 */
public final class FeedConsumer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FeedConsumer.class);

  private final Subscription subscription;
  private final UnitOfWork unitOfWork;
  private final ConsumerSettings settings;
  private final CursorStore cursors;
  private final EventApplier applier;
  private final ParkedEvents parked;
  private final Backoff backoff;
  private final StopSignal stop = new StopSignal();
  private final Thread thread;

  /** When this copy last knew the lease to be its own; of the consumer's thread alone. */
  private long leasedAt;

  /** Of the consumer's thread alone. */
  private StartupLogLevel patience;

  private volatile State state = State.STOPPED;
  private volatile String problem;

  public FeedConsumer(Subscription subscription, UnitOfWork unitOfWork, ConsumerSettings settings) {
    this.subscription = subscription;
    this.unitOfWork = unitOfWork;
    this.settings = settings;
    this.cursors = new CursorStore(subscription.feed(), settings.lease());
    this.applier = new EventApplier(subscription, unitOfWork, cursors, settings, false, stop);
    this.parked = new ParkedEvents(subscription, unitOfWork);
    this.backoff = new Backoff(settings.pause(), settings.longestPause());
    this.thread = new Thread(this::run, "feed-consumer-" + subscription.feed());
    thread.setDaemon(true);
  }

  public String feed() {
    return subscription.feed();
  }

  public void start() {
    thread.start();
  }

  /** Finishes the transaction at hand and lets another copy take over at once. */
  @Override
  public void close() {
    stop.give();
    try {
      thread.join(30_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How far this service has come; {@code state} and {@code problem} are those of this copy. */
  public ConsumerStatus status() throws Exception {
    return unitOfWork.inTransaction(connection -> statuses(connection, List.of(this))).get(0);
  }

  /** The same of several feeds that one database follows, in one query. */
  public static List<ConsumerStatus> statuses(
      Connection connection, Collection<FeedConsumer> consumers) throws SQLException {
    return ConsumerStatusQuery.run(connection, consumers);
  }

  State state() {
    return state;
  }

  String problem() {
    return problem;
  }

  /** The events set aside. */
  public ParkedEvents parked() {
    return parked;
  }

  private void run() {
    patience = new StartupLogLevel(System::nanoTime);
    while (!stop.isGiven()) {
      try {
        var cursor = acquireLease();
        if (cursor.isPresent()) {
          follow(cursor.get());
        } else {
          now(State.STANDING_BY, null);
          stop.pause(settings.lease().dividedBy(3));
        }
      } catch (LeaseLostException e) {
        LOG.info("{}", e.getMessage());
      } catch (InterruptedException e) {
        stop.give();
      } catch (Exception | Error e) {
        retryLater(e);
      }
    }
    release();
    now(State.STOPPED, null);
  }

  private Optional<Cursor> acquireLease() throws Exception {
    return unitOfWork.inTransaction(
        connection -> {
          cursors.createIfAbsent(connection);
          return cursors.acquireLease(connection);
        });
  }

  private void follow(Cursor from) throws Exception {
    var cursor = from;
    leasedAt = System.nanoTime();
    while (!stop.isGiven()) {
      var asked = System.nanoTime();
      var page = poll(cursor);
      if (page.isEmpty()) {
        return;
      }
      patience.answered();
      if (page.get().events().isEmpty()) {
        recordHead(page.get().head(), System.nanoTime() - asked);
      } else {
        cursor = applier.apply(cursor, page.get());
        backoff.reset();
      }
      leasedAt = System.nanoTime();
      now(State.FOLLOWING, null);
    }
  }

  private void recordHead(long head, long waitedNanos) throws Exception {
    unitOfWork.inTransaction(
        connection -> {
          cursors.recordHead(connection, head);
          return null;
        });
    if (waitedNanos < settings.timeout().toNanos() / 2) {
      // A producer that doesn't let us wait is about to shut down, say; we mustn't spin.
      stop.pause(backoff.next());
    } else {
      backoff.reset();
    }
  }

  /** What the producer answers; empty if told to stop meanwhile. Keeps the lease as it waits. */
  private Optional<FeedPage> poll(Cursor after) throws Exception {
    keepLease();
    var answer = subscription.source().poll(feed(), after, settings.timeout(), settings.limit());
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
          cursors.renew(connection);
          return null;
        });
    leasedAt = System.nanoTime();
  }

  private void retryLater(Throwable failure) {
    var gone = failure instanceof ProducerAwayException away && away.gone();
    now(gone ? State.NEEDS_REBUILD : State.RETRYING, Failures.describe(failure));
    LOG.atLevel(patience.next()).log("Feed {} waits: {}", feed(), problem);
    LOG.debug("The reason in full", failure);
    try {
      stop.pause(gone ? settings.longestPause() : longer(backoff.next(), failure));
    } catch (InterruptedException e) {
      stop.give();
    }
  }

  private static Duration longer(Duration pause, Throwable failure) {
    var asked = failure instanceof ProducerAwayException away ? away.retryAfter() : Duration.ZERO;
    return asked.compareTo(pause) > 0 ? asked : pause;
  }

  private void release() {
    try {
      unitOfWork.inTransaction(
          connection -> {
            cursors.release(connection);
            return null;
          });
    } catch (Exception e) {
      LOG.info("The lease on {} will run out by itself: {}", feed(), e.toString());
    }
  }

  private void now(State newState, String newProblem) {
    state = newState;
    problem = newProblem;
  }
}
