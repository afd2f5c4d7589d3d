package io.familiarface.feed.producer;

import io.familiarface.feed.Cursor;
import io.familiarface.feed.FeedPage;
import io.familiarface.feed.InvalidPollException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Long polls. One that waits is an object in memory and holds no thread and no connection; those
 * that wait at the same place are served by one read.
 */
public final class FeedPoll implements HeadListener, AutoCloseable {
  /** For so long the end of a page is taken for a place that this feed has still given. */
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final FeedLog log;
  private final Executor executor;
  private final PollLimits limits;
  private final Map<String, Set<WaitingPoll>> waiting = new ConcurrentHashMap<>();
  private final Map<String, Long> heads = new ConcurrentHashMap<>();
  private final Map<String, Long> announced = new ConcurrentHashMap<>();
  private final Map<String, End> ends = new ConcurrentHashMap<>();
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1, FeedPoll::timerThread, new ScheduledThreadPoolExecutor.DiscardPolicy());
  private volatile boolean closed;

  /** Where the last page ended after which there was nothing more. */
  private record End(Cursor cursor, long readAt) {}

  /**
   * @param executor reads from the database and completes the polls
   */
  public FeedPoll(FeedLog log, Executor executor, PollLimits limits) {
    this.log = log;
    this.executor = executor;
    this.limits = limits;
    timer.setRemoveOnCancelPolicy(true);
  }

  /**
   * The events after a place, as soon as there are any; none when the timeout has passed or when
   * this is closed. Fails with a {@link io.familiarface.feed.FeedException} that says what is wrong
   * with the request.
   *
   * @param timeout zero to be answered at once
   */
  public CompletionStage<FeedPage> poll(String feed, Cursor after, Duration timeout, int limit) {
    if (timeout.isNegative()) {
      return CompletableFuture.failedFuture(
          new InvalidPollException("timeout", "The timeout is in milliseconds, from 0."));
    }
    if (limit < 1) {
      return CompletableFuture.failedFuture(
          new InvalidPollException("limit", "The limit is a number of events, from 1."));
    }
    var wait = timeout.compareTo(limits.timeout()) > 0 ? limits.timeout() : timeout;
    var place = new WaitingPoll.Place(feed, after, Math.min(limit, limits.events()));
    var poll = new WaitingPoll(place);
    executor.execute(() -> begin(poll, wait));
    return poll.answer();
  }

  private static Thread timerThread(Runnable task) {
    var thread = new Thread(task, "feed-poll-timeouts");
    thread.setDaemon(true);
    return thread;
  }

  private void begin(WaitingPoll poll, Duration wait) {
    try {
      if (!wait.isZero() && !closed && isAtTheEnd(poll.place())) {
        await(poll, poll.place().after().position(), wait);
        return;
      }
      var page = read(poll.place());
      if (!page.events().isEmpty() || wait.isZero() || closed) {
        poll.answer().complete(page);
        return;
      }
      await(poll, page.head(), wait);
    } catch (SQLException | RuntimeException e) {
      poll.answer().completeExceptionally(e);
    }
  }

  /**
   * Whether the page before has just ended there, and nothing has come since: who follows a busy
   * feed asks again at once, and nothing would be read.
   */
  private boolean isAtTheEnd(WaitingPoll.Place place) {
    var end = ends.get(place.feed());
    return end != null
        && end.cursor().equals(place.after())
        && System.nanoTime() - end.readAt() < FRESH.toNanos()
        && heads.getOrDefault(place.feed(), 0L) <= place.after().position();
  }

  private void await(WaitingPoll poll, long headRead, Duration wait) {
    var others = waiting.computeIfAbsent(poll.place().feed(), f -> ConcurrentHashMap.newKeySet());
    others.add(poll);
    var timeout =
        timer.schedule(
            () -> executor.execute(poll::giveUp), wait.toMillis(), TimeUnit.MILLISECONDS);
    poll.answer()
        .whenComplete(
            (page, failure) -> {
              others.remove(poll);
              timeout.cancel(false);
            });
    // The feed may have grown, or we may have been closed, between the read and the add.
    if (closed) {
      poll.giveUp();
    } else if (heads.getOrDefault(poll.place().feed(), 0L) > headRead) {
      serve(List.of(poll));
    }
  }

  /** Wakes the polls that wait for this feed to grow. */
  @Override
  public void headMoved(String feed, long head) {
    heads.merge(feed, head, Math::max);
    if (Objects.equals(announced.put(feed, head), head)) {
      // The sequencer's own, which the database tells this copy as well.
      return;
    }
    var polls = waiting.getOrDefault(feed, Set.of());
    if (!closed && !polls.isEmpty()) {
      var alike = polls.stream().collect(Collectors.groupingBy(WaitingPoll::place));
      alike.values().forEach(group -> executor.execute(() -> serve(group)));
    }
  }

  private void serve(List<WaitingPoll> alike) {
    try {
      var page = read(alike.get(0).place());
      if (!page.events().isEmpty()) {
        alike.forEach(poll -> poll.answer().complete(page));
      }
    } catch (SQLException | RuntimeException e) {
      alike.forEach(poll -> poll.answer().completeExceptionally(e));
    }
  }

  private FeedPage read(WaitingPoll.Place place) throws SQLException {
    var began = System.nanoTime();
    var page = log.read(place.feed(), place.after(), place.limit());
    var events = page.events();
    if (!events.isEmpty() && events.get(events.size() - 1).position() == page.head()) {
      var last = events.get(events.size() - 1).cursor().in(page.epoch());
      ends.put(place.feed(), new End(last, began));
    }
    return page;
  }

  /** How many polls wait now. */
  public int waiting() {
    return waiting.values().stream().mapToInt(Set::size).sum();
  }

  /** Answers every poll that waits, with no events. */
  @Override
  public void close() {
    closed = true;
    timer.shutdownNow();
    waiting.values().stream().flatMap(Set::stream).forEach(WaitingPoll::giveUp);
  }
}
