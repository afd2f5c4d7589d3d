package io.familiarface.feed.consumer;

import io.familiarface.database.PassingTrouble;
import io.familiarface.feed.Cursor;
import io.familiarface.feed.consumer.ConsumerStatus.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

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
  private final FeedRebuild rebuild;
  private final ParkedEvents parked;
  private final Backoff backoff;
  private final StopSignal stop = new StopSignal();
  private final LeasedPoll producer;
  private final Thread thread;

  /** Of the consumer's thread alone. */
  private StartupLogLevel patience;

  /** The last head that the producer told. */
  private long headTold;

  private volatile State state = State.STOPPED;
  private volatile String problem;

  public FeedConsumer(Subscription subscription, UnitOfWork unitOfWork, ConsumerSettings settings) {
    this.subscription = subscription;
    this.unitOfWork = unitOfWork;
    this.settings = settings;
    this.cursors = new CursorStore(subscription.feed(), settings.lease());
    this.applier = new EventApplier(subscription, unitOfWork, cursors, settings, stop);
    this.rebuild = new FeedRebuild(subscription, unitOfWork, cursors, stop);
    this.parked = new ParkedEvents(subscription, unitOfWork);
    this.backoff = new Backoff(settings.pause(), settings.longestPause());
    this.producer = new LeasedPoll(subscription, unitOfWork, cursors, settings, stop);
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

  /**
   * Has all that is derived from the feed made anew, soon and by whichever copy is at work; the
   * status says how far it is. While one is under way another request changes nothing.
   */
  public void requestRebuild(Connection connection) throws SQLException {
    cursors.createIfAbsent(connection);
    cursors.requestRebuild(connection);
  }

  /** How far this service has come; {@code state} and {@code problem} are those of this copy. */
  public ConsumerStatus status() throws Exception {
    var heads = ProducerHeads.ask(List.of(this));
    return unitOfWork
        .inTransaction(connection -> statuses(connection, List.of(this), heads))
        .get(0);
  }

  /** The same of several feeds that one database follows, in one query. */
  public static List<ConsumerStatus> statuses(
      Connection connection, Collection<FeedConsumer> consumers, ProducerHeads heads)
      throws SQLException {
    return ConsumerStatusQuery.run(connection, consumers, heads);
  }

  /**
   * The same by what the copy at work has last heard, without asking any producer: for whoever
   * holds a connection. Of a copy that has died it may be some seconds old.
   */
  public static List<ConsumerStatus> statuses(
      Connection connection, Collection<FeedConsumer> consumers) throws SQLException {
    return statuses(connection, consumers, ProducerHeads.UNASKED);
  }

  FeedSource source() {
    return subscription.source();
  }

  /** Whether it follows the feed as soon as no other copy does. */
  boolean waitsForItsTurn() {
    return thread.isAlive() && (state == State.STOPPED || state == State.STANDING_BY);
  }

  /**
   * The status of this feed.
   *
   * @param stored what {@link StoredStatus#QUERY} found, of this feed and others
   */
  public ConsumerStatus status(Collection<StoredStatus> stored) {
    return stored.stream()
        .filter(one -> one.feed().equals(feed()))
        .findFirst()
        .map(StoredStatus::status)
        .orElseGet(() -> ConsumerStatus.unheard(feed()))
        .in(state, problem);
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
        var lease = acquireLease();
        if (lease.isPresent()) {
          producer.leased();
          follow(lease.get());
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

  private Optional<CursorStore.Lease> acquireLease() throws Exception {
    return unitOfWork.inTransaction(
        connection -> {
          cursors.createIfAbsent(connection);
          return cursors.acquireLease(connection);
        });
  }

  private void follow(CursorStore.Lease lease) throws Exception {
    producer.rebuilding(lease.rebuild());
    var from = Optional.of(lease.cursor());
    if (lease.rebuild()) {
      now(State.REBUILDING, null);
      from = rebuild.run(cursor -> producer.poll(cursor, Duration.ZERO));
      producer.rebuilding(false);
      producer.leased();
    }
    if (from.isPresent()) {
      follow(from.get());
    }
  }

  private void follow(Cursor from) throws Exception {
    var cursor = from;
    // At first without waiting, so that it is soon known whether and how far we are behind.
    var timeout = Duration.ZERO;
    while (!stop.isGiven()) {
      var asked = System.nanoTime();
      var page = producer.poll(cursor, timeout);
      if (page.isEmpty()) {
        return;
      }
      patience.answered();
      headTold = page.get().head();
      if (page.get().events().isEmpty()) {
        recordHead(headTold, page.get().epoch());
        cursor = cursor.in(page.get().epoch());
        if (System.nanoTime() - asked < timeout.toNanos() / 2) {
          // A producer that doesn't let us wait is about to shut down, say; we mustn't spin.
          stop.pause(backoff.next());
        } else if (!timeout.isZero()) {
          backoff.reset();
        }
      } else {
        cursor = applier.apply(cursor, page.get());
        backoff.reset();
      }
      producer.leased();
      now(State.FOLLOWING, null);
      timeout = settings.timeout();
    }
  }

  private void recordHead(long head, UUID epoch) throws Exception {
    unitOfWork.inTransaction(
        connection -> {
          cursors.recordHead(connection, head, epoch);
          return null;
        });
  }

  private void retryLater(Throwable failure) {
    var gone = failure instanceof ProducerAwayException away && away.gone();
    now(gone ? State.REBUILDING : State.RETRYING, Failures.ofConsumer(failure));
    LOG.atLevel(patience.next()).log("Feed {} waits: {}", feed(), problem);
    if (failure instanceof ProducerAwayException) {
      LOG.debug("The reason in full", failure);
    } else {
      LOG.atLevel(PassingTrouble.isCauseOf(failure) ? Level.DEBUG : Level.WARN)
          .log("Feed {} waits: {}", feed(), Failures.trace(failure));
    }
    tellOtherCopies(gone);
    try {
      stop.pause(longer(backoff.next(), failure));
    } catch (InterruptedException e) {
      stop.give();
    }
  }

  private void tellOtherCopies(boolean gone) {
    try {
      unitOfWork.inTransaction(
          connection -> {
            cursors.recordProblem(connection, headTold, problem);
            if (gone) {
              cursors.requestRebuild(connection);
            }
            return null;
          });
    } catch (Exception e) {
      LOG.debug("What keeps {} waiting can't be stored", feed(), e);
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
