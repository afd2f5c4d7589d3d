package io.familiarface.feed.testing;

import io.familiarface.feed.Cursor;
import io.familiarface.feed.Feed;
import io.familiarface.feed.FeedEvent;
import io.familiarface.feed.NewEvent;
import io.familiarface.feed.producer.FeedLog;
import io.familiarface.feed.producer.FeedPoll;
import io.familiarface.feed.producer.FeedSequencer;
import io.familiarface.feed.producer.FeedWriter;
import io.familiarface.feed.producer.PollLimits;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A service that publishes {@code visits} (events) and {@code customers} (aggregates). */
public final class Producer implements AutoCloseable {
  public static final String VISITS = "visits";
  public static final String CUSTOMERS = "customers";
  public static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  private static final List<String> TABLES =
      List.of("feed", "feed_epoch", "feed_event", "feed_inbox");

  private static final List<Feed> FEEDS =
      List.of(Feed.ofEvents(VISITS), Feed.ofAggregates(CUSTOMERS));

  public final FeedDatabase database;
  public final FeedLog log;
  public final FeedWriter writer = new FeedWriter(FEEDS);
  public final FeedPoll poll;
  public final FeedSequencer sequencer;
  private final ExecutorService executor = Executors.newFixedThreadPool(4);

  public Producer(FeedDatabase database) throws SQLException {
    this.database = database;
    this.log = new FeedLog(database.dataSource(), URI.create("urn:familiar-face:test"));
    log.declare(FEEDS);
    this.poll = new FeedPoll(log, executor, new PollLimits(Duration.ofSeconds(30), 1000));
    this.sequencer = new FeedSequencer(database.dataSource(), poll, Duration.ofMillis(200));
    sequencer.start();
  }

  public static NewEvent visit(String subject, String data) {
    return NewEvent.of(VISITS, "visit.completed", subject, NOON, data);
  }

  public static NewEvent customer(String subject, String data) {
    return NewEvent.of(CUSTOMERS, "customer", subject, NOON, data);
  }

  public void publish(NewEvent... events) throws SQLException {
    database.transaction(connection -> writer.append(connection, List.of(events)));
    sequencer.wake();
  }

  public void erase(String feed, String type, String subject) throws SQLException {
    database.transaction(
        connection -> writer.erase(connection, NewEvent.deletion(feed, type, subject, NOON)));
    sequencer.wake();
  }

  /** Keeps the state of this moment, as a dump of the database does. */
  public void backUp() throws SQLException {
    database.transaction(
        connection -> {
          try (var statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read");
            for (var table : TABLES) {
              statement.execute("create table %1$s_dump as select * from %1$s".formatted(table));
            }
          }
        });
  }

  /** Brings the state back that was backed up, while everything runs on. */
  public void restore() throws SQLException {
    database.transaction(
        connection -> {
          try (var statement = connection.createStatement()) {
            statement.execute("truncate " + String.join(", ", TABLES));
            for (var table : TABLES) {
              statement.execute(
                  "insert into %1$s overriding system value select * from %1$s_dump"
                      .formatted(table));
            }
          }
        });
  }

  /** Waits until the feed has come to this position. */
  public void await(String feed, long head) {
    Eventually.holds(() -> log.heads().get(feed) >= head);
  }

  public List<FeedEvent> all(String feed) throws SQLException {
    return log.read(feed, Cursor.START, 1_000_000).events();
  }

  @Override
  public void close() {
    poll.close();
    sequencer.close();
    executor.shutdownNow();
    database.close();
  }
}
