package io.familiarface.feed.bench;

import io.familiarface.feed.testing.FeedDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A candidate with a table of the same columns as the feed's, read by "position &gt; last". */
abstract class OwnTable implements Numbering {
  private final FeedDatabase database;
  private final Semaphore wakes = new Semaphore(0);
  private long last;

  OwnTable(FeedDatabase database) throws SQLException {
    this.database = database;
    database.execute(
        """
        create table bench_head (head bigint not null) with (fillfactor = 20);
        insert into bench_head values (0);
        create sequence bench_sequence;
        create table bench_event (
          feed text not null, position bigint not null, id uuid not null, type text not null,
          subject text not null, time timestamptz not null, deleted boolean not null, data json,
          primary key (feed, position));
        create index on bench_event (feed, subject)
        """);
  }

  /** An SQL expression for the next position. */
  abstract String nextPosition();

  @Override
  public UUID append(Connection connection, String subject, String data) throws SQLException {
    var id = UUID.randomUUID();
    try (var statement =
        connection.prepareStatement(
            """
            with next as (%s)
            insert into bench_event
            select 'visits', position, ?, 'visit.completed', ?, now(), false, ?::json from next
            """
                .formatted(nextPosition()))) {
      statement.setObject(1, id);
      statement.setString(2, subject);
      statement.setString(3, data);
      statement.executeUpdate();
    }
    return id;
  }

  @Override
  public void committed() {
    wakes.release();
  }

  @Override
  public List<UUID> read() throws Exception {
    wakes.tryAcquire(100, TimeUnit.MILLISECONDS);
    wakes.drainPermits();
    try (var connection = database.dataSource().getConnection();
        var statement =
            connection.prepareStatement(
                """
                select * from bench_event where feed = 'visits' and position > ?
                order by position limit 1000
                """)) {
      statement.setLong(1, last);
      var ids = new ArrayList<UUID>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getObject("id", UUID.class));
          last = rows.getLong("position");
        }
      }
      if (!ids.isEmpty()) {
        wakes.release();
      }
      return ids;
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
