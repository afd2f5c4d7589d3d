package io.familiarface.feed.producer;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives committed events their positions, many at a time. Every copy of a service runs one; a lock
 * in the database lets them pass one after the other, so positions have no gaps and become visible
 * in their order. Why so: docs/adr/0003-feed-positions.md.
 */
public final class FeedSequencer implements AutoCloseable {
  /** The channel on which other copies hear of new heads, as {@code feed head}. */
  static final String CHANNEL = "feed_head";

  private static final Logger LOG = LoggerFactory.getLogger(FeedSequencer.class);
  private static final int PASS = 5000;

  /**
   * How long after a pass the next one waits at least for each event that was numbered, so that
   * what is told meanwhile is numbered, and then read and applied, together: a pass and all that
   * follows from it cost nearly the same for one event and for ten. Whoever comes after a longer
   * quiet waits for nobody, and whoever comes alone not for long.
   */
  private static final Duration GATHER = Duration.ofMillis(20);

  private static final Duration GATHER_AT_MOST = Duration.ofMillis(100);

  /**
   * Of a compacted feed only the newest event of each subject is stored; the one before it, of
   * which there is at most one, goes. The notification is sent by this transaction and not by the
   * writers', because a transaction that notifies makes all others that do wait for its commit.
   */
  private static final String NUMBER =
      """
      with taken as (
        delete from feed_inbox
        where entry <= (
          select max(entry) from (select entry from feed_inbox order by entry limit ?) as first_ones)
        returning *
      ), numbered as (
        select taken.*, feed.compacted,
          feed.head + row_number() over (partition by taken.feed order by entry) as position,
          feed.compacted and lead(entry) over (partition by taken.feed, subject order by entry)
            is not null as superseded
        from taken join feed on feed.name = taken.feed
      ), cleared as (
        delete from feed_event as old
        using (select distinct feed, subject from numbered where compacted) as renewed
        where old.feed = renewed.feed and old.subject = renewed.subject
      ), stored as (
        insert into feed_event (feed, position, id, type, subject, time, deleted, data)
        select feed, position, id, type, subject, time, deleted, data
        from numbered where not superseded order by feed, position
      ), moved as (
        update feed set head = last_given.position
        from (select feed, max(position) as position from numbered group by feed) as last_given
        where feed.name = last_given.feed
        returning feed.name, feed.head
      )
      select name, head, (select count(*) from taken) as numbered,
        pg_notify(?, name || ' ' || head) from moved
      """;

  /**
   * All of a pass, sent together. Its plans fit any values, so that they are made once for a
   * connection and not for each pass, which took longer than the pass itself; and they go by index,
   * since they outlive the sizes of the tables for which they were made.
   */
  private static final List<String> PASS_STATEMENTS =
      List.of(
          """
          select set_config('plan_cache_mode', 'force_generic_plan', true),
            set_config('enable_seqscan', 'off', true)
          """,
          SequencerLock.TAKE,
          FeedEpochs.BEGIN,
          NUMBER);

  private static final String PASS_SQL = String.join(";\n", PASS_STATEMENTS);

  private final DataSource dataSource;
  private final HeadListener listener;
  private final Duration slowPoll;
  private final Semaphore wakes = new Semaphore(0);
  private final Thread thread = new Thread(this::run, "feed-sequencer");
  private volatile boolean stopping;

  /** By the clock of {@link System#nanoTime}; only the sequencer's thread uses it. */
  private long nextPassAt = System.nanoTime();

  /**
   * @param listener is told of each new head, on the sequencer's thread; must not block
   * @param slowPoll how often to look without being woken, for the events of a copy that died
   *     between its commit and its wake
   */
  public FeedSequencer(DataSource dataSource, HeadListener listener, Duration slowPoll) {
    this.dataSource = dataSource;
    this.listener = listener;
    this.slowPoll = slowPoll;
    thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  /** Call after each commit that has written events. */
  public void wake() {
    wakes.release();
  }

  @Override
  public void close() {
    stopping = true;
    wake();
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!stopping) {
      try {
        if (wakes.tryAcquire(slowPoll.toMillis(), TimeUnit.MILLISECONDS)) {
          gather();
        }
        wakes.drainPermits();
        var gathering = Math.min(GATHER.toMillis() * number(), GATHER_AT_MOST.toMillis());
        nextPassAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(gathering);
      } catch (SQLException | RuntimeException e) {
        LOG.warn("Events wait for their positions, trying again: {}", kind(e));
        LOG.debug("The reason in full", e);
        pauseAfterFailure();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Without its words: those of a database quote the row that they are about. */
  private static String kind(Exception failure) {
    String name = failure.getClass().getName();
    return failure instanceof SQLException sql ? name + " (" + sql.getSQLState() + ")" : name;
  }

  private void gather() throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(nextPassAt - System.nanoTime());
  }

  private void pauseAfterFailure() {
    try {
      TimeUnit.MILLISECONDS.sleep(Math.min(slowPoll.toMillis(), 1000));
    } catch (InterruptedException e) {
      stopping = true;
    }
  }

  /** Gives a position to every event that is committed now, and says how many these were. */
  int number() throws SQLException {
    int all = 0;
    int numbered;
    do {
      numbered = pass();
      all += numbered;
    } while (numbered == PASS);
    return all;
  }

  private int pass() throws SQLException {
    Map<String, Long> heads = new HashMap<>();
    int numbered;
    try (var connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        numbered = number(connection, heads);
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
    heads.forEach(listener::headMoved);
    return numbered;
  }

  private static int number(Connection connection, Map<String, Long> heads) throws SQLException {
    var numbered = 0;
    try (var statement = connection.prepareStatement(PASS_SQL)) {
      statement.setString(1, SequencerLock.KEY);
      statement.setInt(2, PASS);
      statement.setString(3, CHANNEL);
      statement.execute();
      for (var answered = 1; answered < PASS_STATEMENTS.size(); answered++) {
        statement.getMoreResults();
      }
      try (var rows = statement.getResultSet()) {
        while (rows.next()) {
          heads.put(rows.getString("name"), rows.getLong("head"));
          numbered = rows.getInt("numbered");
        }
      }
    }
    return numbered;
  }
}
