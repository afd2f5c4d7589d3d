package io.familiarface.feed.consumer;

import io.familiarface.feed.Cursor;
import io.familiarface.feed.FeedEvent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The parked events of one feed. */
final class ParkedStore {
  private static final String COLUMNS =
      "position, id, source, type, subject, time, deleted, data::text, problem, parked_at";

  private final String feed;

  ParkedStore(String feed) {
    this.feed = feed;
  }

  /** Those of the subjects that have parked events, so that more of theirs must wait. */
  Set<String> blocked(Connection connection, Collection<String> subjects) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select distinct subject from feed_parked where feed = ? and subject = any (?)")) {
      statement.setString(1, feed);
      statement.setArray(2, connection.createArrayOf("text", subjects.toArray()));
      var blocked = new HashSet<String>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          blocked.add(rows.getString(1));
        }
      }
      return blocked;
    }
  }

  /** Sets events aside. */
  void park(Connection connection, List<FeedEvent> events, String problem) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            insert into feed_parked
              (feed, position, id, source, type, subject, time, deleted, data, problem)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?)
            """)) {
      for (var event : events) {
        statement.setString(1, feed);
        statement.setLong(2, event.position());
        statement.setObject(3, event.id());
        statement.setString(4, event.source());
        statement.setString(5, event.type());
        statement.setString(6, event.subject());
        statement.setObject(7, event.time().atOffset(ZoneOffset.UTC));
        statement.setBoolean(8, event.deleted());
        statement.setString(9, event.data());
        statement.setString(10, problem);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  Optional<ParkedEvent> at(Connection connection, Cursor place) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select %s from feed_parked where feed = ? and position = ? and id = ?"
                .formatted(COLUMNS))) {
      statement.setString(1, feed);
      statement.setLong(2, place.position());
      statement.setObject(3, place.eventId());
      return all(statement.executeQuery()).stream().findFirst();
    }
  }

  Optional<ParkedEvent> first(Connection connection, String subject) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            select %s from feed_parked where feed = ? and subject = ? order by position limit 1
            """
                .formatted(COLUMNS))) {
      statement.setString(1, feed);
      statement.setString(2, subject);
      return all(statement.executeQuery()).stream().findFirst();
    }
  }

  List<ParkedEvent> list(Connection connection, long after, int limit) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            select %s from feed_parked where feed = ? and position > ? order by position limit ?
            """
                .formatted(COLUMNS))) {
      statement.setString(1, feed);
      statement.setLong(2, after);
      statement.setInt(3, limit);
      return all(statement.executeQuery());
    }
  }

  int count(Connection connection, String subject) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select count(*) from feed_parked where feed = ? and subject = ?")) {
      statement.setString(1, feed);
      statement.setString(2, subject);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }

  void explain(Connection connection, long position, String problem) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "update feed_parked set problem = ? where feed = ? and position = ?")) {
      statement.setString(1, problem);
      statement.setString(2, feed);
      statement.setLong(3, position);
      statement.executeUpdate();
    }
  }

  void remove(Connection connection, long position) throws SQLException {
    try (var statement =
        connection.prepareStatement("delete from feed_parked where feed = ? and position = ?")) {
      statement.setString(1, feed);
      statement.setLong(2, position);
      statement.executeUpdate();
    }
  }

  void forget(Connection connection, String subject) throws SQLException {
    try (var statement =
        connection.prepareStatement("delete from feed_parked where feed = ? and subject = ?")) {
      statement.setString(1, feed);
      statement.setString(2, subject);
      statement.executeUpdate();
    }
  }

  private static List<ParkedEvent> all(ResultSet rows) throws SQLException {
    var parked = new ArrayList<ParkedEvent>();
    while (rows.next()) {
      var event =
          new FeedEvent(
              rows.getLong("position"),
              rows.getObject("id", UUID.class),
              rows.getString("source"),
              rows.getString("type"),
              rows.getString("subject"),
              rows.getObject("time", OffsetDateTime.class).toInstant(),
              rows.getBoolean("deleted"),
              rows.getString("data"));
      parked.add(
          new ParkedEvent(
              event,
              rows.getString("problem"),
              rows.getObject("parked_at", OffsetDateTime.class).toInstant()));
    }
    return parked;
  }
}
