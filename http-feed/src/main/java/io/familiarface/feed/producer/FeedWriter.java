package io.familiarface.feed.producer;

import io.familiarface.feed.Feed;
import io.familiarface.feed.NewEvent;
import io.familiarface.feed.UnknownFeedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes events in the caller's transaction. Once that has committed, wake the {@link
 * FeedSequencer}: readers see an event when it has got its position.
 *
 * <p>Events of one subject keep the order of their changes, because a transaction holds the
 * subjects it writes about until it ends. Write all events of a transaction in one call, at its
 * end: that keeps the wait of others short, and takes the subjects in an order that can't deadlock.
 */
public final class FeedWriter {
  /**
   * A transaction that writes about very many subjects must not use up the server's lock table, so
   * subjects share this many locks per feed.
   */
  private static final int LOCKS = 2048;

  private final Set<String> feeds;

  public FeedWriter(Collection<Feed> feeds) {
    this.feeds = feeds.stream().map(Feed::name).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Waits until no other transaction writes about these subjects, and keeps others waiting until
   * this one ends. {@link #append} does so by itself; call this first where the event is made from
   * state that another transaction may be changing, and read that state afterwards.
   */
  public void lock(Connection connection, String feed, Collection<String> subjects)
      throws SQLException {
    var locks =
        subjects.stream()
            .map(s -> Math.floorMod(s.hashCode(), LOCKS))
            .distinct()
            .sorted()
            .toArray();
    try (var statement =
        connection.prepareStatement(
            "select pg_advisory_xact_lock(?, subject_lock) from unnest(?) as subject_lock")) {
      statement.setInt(1, known(feed).hashCode());
      statement.setArray(2, connection.createArrayOf("int4", locks));
      statement.execute();
    }
  }

  /** Writes these events, in this order. */
  public void append(Connection connection, List<NewEvent> events) throws SQLException {
    if (events.isEmpty()) {
      return;
    }
    var byFeed = events.stream().collect(Collectors.groupingBy(NewEvent::feed));
    for (var feed : byFeed.keySet().stream().sorted().toList()) {
      lock(connection, feed, byFeed.get(feed).stream().map(NewEvent::subject).toList());
    }
    insert(connection, events);
  }

  /**
   * Takes the data of a subject out of every stored event of a feed and tells the readers to forget
   * it. Numbering waits until the transaction ends, so call this last.
   *
   * @param deletion made by {@link NewEvent#deletion}
   */
  public void erase(Connection connection, NewEvent deletion) throws SQLException {
    if (!deletion.deleted()) {
      throw new IllegalArgumentException("To erase a subject pass its deletion event.");
    }
    lock(connection, deletion.feed(), List.of(deletion.subject()));
    // Else the sequencer could carry an event from one table to the other behind our back.
    SequencerLock.take(connection);
    for (var table : List.of("feed_inbox", "feed_event")) {
      try (var statement =
          connection.prepareStatement(
              "delete from %s where feed = ? and subject = ?".formatted(table))) {
        statement.setString(1, deletion.feed());
        statement.setString(2, deletion.subject());
        statement.executeUpdate();
      }
    }
    insert(connection, List.of(deletion));
  }

  private static void insert(Connection connection, List<NewEvent> events) throws SQLException {
    // One statement however many events; unnest keeps their order, and so do the entries drawn.
    try (var statement =
        connection.prepareStatement(
            """
            insert into feed_inbox (feed, id, type, subject, time, deleted, data)
            select feed, id, type, subject, time, data is null, data::json
            from unnest(?::text[], ?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::text[])
              as event (feed, id, type, subject, time, data)
            """)) {
      statement.setArray(1, column(connection, events, NewEvent::feed));
      statement.setArray(2, column(connection, events, NewEvent::id));
      statement.setArray(3, column(connection, events, NewEvent::type));
      statement.setArray(4, column(connection, events, NewEvent::subject));
      statement.setArray(5, column(connection, events, NewEvent::time));
      statement.setArray(6, column(connection, events, NewEvent::data));
      statement.executeUpdate();
    }
  }

  private static java.sql.Array column(
      Connection connection, List<NewEvent> events, Function<NewEvent, Object> value)
      throws SQLException {
    var texts =
        events.stream().map(value).map(v -> v == null ? null : v.toString()).toArray(String[]::new);
    return connection.createArrayOf("text", texts);
  }

  private String known(String feed) {
    if (!feeds.contains(feed)) {
      throw new UnknownFeedException(feed);
    }
    return feed;
  }
}
