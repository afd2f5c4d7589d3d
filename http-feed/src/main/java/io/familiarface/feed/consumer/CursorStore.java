package io.familiarface.feed.consumer;

import io.familiarface.feed.Cursor;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The row of {@code feed_consumer} of one feed: cursor and lease in one. Whoever moves the cursor
 * holds the row until its transaction ends, so nobody can take over in the middle of it; and who
 * has been overtaken finds no row to move. Leases are timed by the clock of the database alone.
 */
final class CursorStore {
  private final String feed;
  private final UUID holder = UUID.randomUUID();
  private final Duration lease;

  CursorStore(String feed, Duration lease) {
    this.feed = feed;
    this.lease = lease;
  }

  void createIfAbsent(Connection connection) throws SQLException {
    // Asks first, because an insert would wait for the one at work even to do nothing.
    try (var statement =
        connection.prepareStatement(
            """
            insert into feed_consumer (feed)
            select ? where not exists (select from feed_consumer where feed = ?)
            on conflict (feed) do nothing
            """)) {
      statement.setString(1, feed);
      statement.setString(2, feed);
      statement.executeUpdate();
    }
  }

  /**
   * A feed that is ours to follow.
   *
   * @param rebuild whether what is derived from it is to be made anew first
   */
  record Lease(Cursor cursor, boolean rebuild) {}

  /** The cursor, if the lease is free or already ours; never waits for the one at work. */
  Optional<Lease> acquireLease(Connection connection) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            update feed_consumer
            set holder = ?, lease_until = clock_timestamp() + ? * interval '1 millisecond'
            where feed = (
              select feed from feed_consumer
              where feed = ? and (holder = ? or lease_until < clock_timestamp())
              for update skip locked)
            returning position, event_id, epoch, rebuild_since is not null as rebuild
            """)) {
      statement.setObject(1, holder);
      statement.setLong(2, lease.toMillis());
      statement.setString(3, feed);
      statement.setObject(4, holder);
      try (var rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(new Lease(cursor(rows), rows.getBoolean("rebuild")))
            : Optional.empty();
      }
    }
  }

  /** Keeps the lease, to follow or to rebuild; waits for whoever has the row. */
  void renew(Connection connection, boolean rebuilding) throws SQLException, LeaseLostException {
    updateHeld(
        connection,
        """
        update feed_consumer
        set lease_until = clock_timestamp() + ? * interval '1 millisecond'
        where (rebuild_since is not null) = ? and feed = ? and holder = ?
        """,
        lease.toMillis(),
        rebuilding);
  }

  /** Notes that the producer has answered, without events, and renews the lease. */
  void recordHead(Connection connection, long head, UUID epoch)
      throws SQLException, LeaseLostException {
    updateHeld(
        connection,
        """
        update feed_consumer
        set head = greatest(position, ?), heard_at = clock_timestamp(), problem = null,
          epoch = coalesce(?, epoch),
          lease_until = clock_timestamp() + ? * interval '1 millisecond'
        where rebuild_since is null and feed = ? and holder = ?
        """,
        head,
        epoch,
        lease.toMillis());
  }

  /**
   * Moves the cursor and renews the lease. To be the first thing in a transaction. A host that dies
   * without a word must not hold the row until TCP finds out, so the transaction may not stand idle
   * for a minute.
   *
   * <p>Answers no text: before a statement that does, with a parameter whose type it had to ask
   * for, the driver waits for all that it has sent, and be it the BEGIN alone.
   *
   * @param subjects who the events on the way are about
   * @return those of them who have parked events: asked in the same round trip, once the row is
   *     held, as whoever replays holds it too
   */
  Set<String> advance(
      Connection connection, Cursor from, Cursor to, long head, Collection<String> subjects)
      throws SQLException, LeaseLostException {
    try (var statement =
        connection.prepareStatement(
            """
            update feed_consumer
            set position = ?, event_id = ?, epoch = ?, head = ?, heard_at = clock_timestamp(),
              problem = null,
              lease_until = clock_timestamp() + ? * interval '1 millisecond'
            where feed = ? and holder = ? and position = ? and rebuild_since is null
            returning length(set_config('idle_in_transaction_session_timeout', '1min', true));
            """
                + ParkedStore.BLOCKED)) {
      statement.setLong(1, to.position());
      statement.setObject(2, to.eventId());
      statement.setObject(3, to.epoch());
      statement.setLong(4, Math.max(head, to.position()));
      statement.setLong(5, lease.toMillis());
      statement.setString(6, feed);
      statement.setObject(7, holder);
      statement.setLong(8, from.position());
      statement.setString(9, feed);
      statement.setArray(10, connection.createArrayOf("text", subjects.toArray()));
      statement.execute();
      try (var moved = statement.getResultSet()) {
        if (!moved.next()) {
          throw new LeaseLostException(feed);
        }
      }
      statement.getMoreResults();
      var blocked = new HashSet<String>();
      try (var rows = statement.getResultSet()) {
        while (rows.next()) {
          blocked.add(rows.getString(1));
        }
      }
      return blocked;
    }
  }

  /** Says to all copies what keeps the one at work from going on. */
  void recordProblem(Connection connection, long head, String problem) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            update feed_consumer set head = greatest(head, ?), problem = ?
            where feed = ? and holder = ?
            """)) {
      statement.setLong(1, head);
      statement.setString(2, problem);
      statement.setString(3, feed);
      statement.setObject(4, holder);
      statement.executeUpdate();
    }
  }

  /** Lets another copy take over at once. */
  void release(Connection connection) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "update feed_consumer set lease_until = '-infinity' where feed = ? and holder = ?")) {
      statement.setString(1, feed);
      statement.setObject(2, holder);
      statement.executeUpdate();
    }
  }

  /** Keeps every consumer of this feed from going on until the transaction ends. */
  static void halt(Connection connection, String feed) throws SQLException {
    try (var statement =
        connection.prepareStatement("select from feed_consumer where feed = ? for update")) {
      statement.setString(1, feed);
      statement.execute();
    }
  }

  /** Has what is derived from the feed made anew, by whichever copy is at work. */
  void requestRebuild(Connection connection) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            update feed_consumer
            set rebuild_since = clock_timestamp(), rebuild_done = 0, rebuild_total = 0
            where feed = ? and rebuild_since is null
            """)) {
      statement.setString(1, feed);
      statement.executeUpdate();
    }
  }

  /** Keeps the lease during a rebuild, and says how far it is; to be the first in a transaction. */
  void recordRebuild(Connection connection, long done, long total)
      throws SQLException, LeaseLostException {
    updateHeld(
        connection,
        """
        update feed_consumer
        set rebuild_done = ?, rebuild_total = ?, heard_at = clock_timestamp(), problem = null,
          lease_until = clock_timestamp() + ? * interval '1 millisecond'
        where rebuild_since is not null and feed = ? and holder = ?
        """,
        done,
        total,
        lease.toMillis());
  }

  /** From here on the feed is followed again. */
  void endRebuild(Connection connection, Cursor at, long head)
      throws SQLException, LeaseLostException {
    updateHeld(
        connection,
        """
        update feed_consumer
        set position = ?, event_id = ?, epoch = ?, head = ?, rebuild_since = null
        where rebuild_since is not null and feed = ? and holder = ?
        """,
        at.position(),
        at.eventId(),
        at.epoch(),
        Math.max(head, at.position()));
  }

  /**
   * Changes the row that this copy holds.
   *
   * @param sql whose last parameters are the feed and its holder, after the values
   */
  private void updateHeld(Connection connection, String sql, Object... values)
      throws SQLException, LeaseLostException {
    try (var statement = connection.prepareStatement(sql)) {
      int n = 0;
      for (Object value : values) {
        statement.setObject(++n, value);
      }
      statement.setString(++n, feed);
      statement.setObject(++n, holder);
      if (statement.executeUpdate() == 0) {
        throw new LeaseLostException(feed);
      }
    }
  }

  private static Cursor cursor(ResultSet row) throws SQLException {
    return new Cursor(
        row.getLong("position"),
        row.getObject("event_id", UUID.class),
        row.getObject("epoch", UUID.class));
  }
}
