package io.familiarface.feed.producer;

import io.familiarface.feed.Cursor;
import io.familiarface.feed.CursorGoneException;
import io.familiarface.feed.Feed;
import io.familiarface.feed.FeedEvent;
import io.familiarface.feed.FeedPage;
import io.familiarface.feed.UnknownFeedException;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/** The numbered events of this service's feeds. */
public final class FeedLog {
  /**
   * Head and events in one statement, so that they are of the same moment; before it, in the same
   * trip, that a connection plans it once and not for each reading, which took as long as the
   * reading.
   */
  private static final String READ =
      """
      select set_config('plan_cache_mode', 'force_generic_plan', true);
      select feed.head, feed.compacted, epoch.id as epoch, read_in.next_since, read_in.id as read_in,
        last_seen.id as last_seen_id, event.position, event.id, event.type, event.subject,
        event.time, event.deleted, event.data::text
      from feed
      left join lateral (
        select id from feed_epoch where feed_epoch.feed = feed.name order by number desc limit 1
        ) as epoch on true
      left join lateral (
        select known.id, (
          select min(since) from feed_epoch as later
          where later.feed = known.feed and later.number > known.number) as next_since
        from feed_epoch as known where known.feed = feed.name and known.id = ?) as read_in on true
      left join feed_event as last_seen on last_seen.feed = feed.name and last_seen.position = ?
      left join lateral (
        select *, sum(octet_length(data::text)) over (
          order by position rows between unbounded preceding and 1 preceding) as bytes_before
        from (
          select * from feed_event
          where feed_event.feed = feed.name and feed_event.position > ?
          order by feed_event.position limit ?) as following
        ) as event on coalesce(event.bytes_before, 0) < ?
      where feed.name = ?
      order by event.position
      """;

  /** So that neither end has to hold a batch that is out of all proportion. */
  private static final long LONGEST_BATCH = 8L * 1024 * 1024;

  private final DataSource dataSource;
  private final String source;

  /**
   * @param source the CloudEvents {@code source} of all events, such as {@code
   *     urn:familiar-face:jobs}
   */
  public FeedLog(DataSource dataSource, URI source) {
    this.dataSource = dataSource;
    this.source = source.toString();
  }

  /** Makes these feeds known; to be called at each start, before anything is written. */
  public void declare(Collection<Feed> feeds) throws SQLException {
    try (var connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        SequencerLock.take(connection);
        for (var feed : feeds) {
          declare(connection, feed);
        }
        FeedEpochs.beginIfNeeded(connection);
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private static void declare(Connection connection, Feed feed) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            insert into feed (name, compacted) values (?, ?)
            on conflict (name) do update set compacted = excluded.compacted
            where feed.compacted <> excluded.compacted
            """)) {
      statement.setString(1, feed.name());
      statement.setBoolean(2, feed.compacted());
      statement.executeUpdate();
    }
  }

  /**
   * The events after a place: at most so many, and fewer where they are long, but at least one.
   *
   * @throws UnknownFeedException if there is no such feed
   * @throws CursorGoneException if the feed has never given this cursor
   */
  public FeedPage read(String feed, Cursor after, int limit) throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(READ)) {
      statement.setObject(1, after.epoch());
      statement.setLong(2, after.position());
      statement.setLong(3, after.position());
      statement.setInt(4, limit);
      statement.setLong(5, LONGEST_BATCH);
      statement.setString(6, feed);
      statement.execute();
      statement.getMoreResults();
      try (var rows = statement.getResultSet()) {
        if (!rows.next()) {
          throw new UnknownFeedException(feed);
        }
        var head = rows.getLong("head");
        var compacted = rows.getBoolean("compacted");
        var epoch = rows.getObject("epoch", UUID.class);
        if (isOfAnotherLife(after, head, rows)) {
          throw new CursorGoneException(feed, after, head);
        }
        var events = new ArrayList<FeedEvent>();
        do {
          if (rows.getString("id") != null) {
            events.add(event(rows));
          }
        } while (rows.next());
        return new FeedPage(events, head, compacted, epoch);
      }
    }
  }

  /**
   * Whether the cursor was given in a life of the feed that is no more: its event is another one,
   * its epoch is not in our history, or ours went on from before it. Who names no epoch and is
   * ahead of the feed has read all that there is.
   */
  private static boolean isOfAnotherLife(Cursor after, long head, ResultSet row)
      throws SQLException {
    var lastSeen = row.getObject("last_seen_id", UUID.class);
    if (lastSeen != null && !lastSeen.equals(after.eventId())) {
      return true;
    }
    if (after.epoch() == null) {
      return false;
    }
    if (after.position() > head) {
      return true;
    }
    var nextSince = row.getObject("next_since", Long.class);
    return row.getString("read_in") == null || (nextSince != null && nextSince < after.position());
  }

  /** The last position given in each feed; 0 if none was. */
  public Map<String, Long> heads() throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement("select name, head from feed");
        var rows = statement.executeQuery()) {
      var heads = new TreeMap<String, Long>();
      while (rows.next()) {
        heads.put(rows.getString("name"), rows.getLong("head"));
      }
      return heads;
    }
  }

  private FeedEvent event(ResultSet row) throws SQLException {
    return new FeedEvent(
        row.getLong("position"),
        row.getObject("id", UUID.class),
        source,
        row.getString("type"),
        row.getString("subject"),
        row.getObject("time", OffsetDateTime.class).toInstant(),
        row.getBoolean("deleted"),
        row.getString("data"));
  }
}
