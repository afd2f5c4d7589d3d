package io.familiarface.feed.producer;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of the heads that other copies of this service move. Keeps one connection for itself, which
 * has to be a session of its own (not through a pooler that shares sessions).
 */
public final class HeadWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HeadWatch.class);
  private static final int PATIENCE_MS = 1000;

  private final DataSource dataSource;
  private final FeedLog log;
  private final HeadListener listener;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "feed-head-watch");

  public HeadWatch(DataSource dataSource, FeedLog log, HeadListener listener) {
    this.dataSource = dataSource;
    this.log = log;
    this.listener = listener;
    thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  @Override
  public void close() {
    stop.countDown();
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      do {
        listenUntilItFails();
      } while (!stop.await(PATIENCE_MS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void listenUntilItFails() {
    try (var connection = dataSource.getConnection()) {
      try (var statement = connection.createStatement()) {
        statement.execute("listen " + FeedSequencer.CHANNEL);
      }
      // What was notified while nobody listened.
      log.heads().forEach(listener::headMoved);
      listen(connection);
      try (var statement = connection.createStatement()) {
        statement.execute("unlisten " + FeedSequencer.CHANNEL);
      }
    } catch (SQLException | RuntimeException e) {
      LOG.warn("Not hearing of the events of other copies, trying again: {}", e.toString());
    }
  }

  private void listen(Connection connection) throws SQLException {
    var postgres = connection.unwrap(PGConnection.class);
    while (stop.getCount() > 0) {
      var notifications = postgres.getNotifications(PATIENCE_MS);
      for (var notification : notifications) {
        var feedAndHead = notification.getParameter().split(" ");
        listener.headMoved(feedAndHead[0], Long.parseLong(feedAndHead[1]));
      }
    }
  }
}
