package io.familiarface.feed.consumer;

import io.familiarface.feed.Cursor;
import io.familiarface.feed.FeedEvent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parked events of one feed. */
final class ParkedStore {
  /**
   * Those of some subjects, in a feed, that have parked events, so that more of theirs must wait.
   */
  static final String BLOCKED =
      "select distinct subject from feed_parked where feed = ? and subject = any (?)";

  private final String feed;

  ParkedStore(String feed) {
    this.feed = feed;
  }

  /** Sets events aside. */
  void park(Connection connection, List<FeedEvent> events, String problem) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "insert into feed_parked (%s, problem) values (%s, ?)"
                .formatted(EventColumns.NAMES, EventColumns.VALUES))) {
      for (var event : events) {
        EventColumns.bind(statement, feed, event);
        statement.setString(EventColumns.COUNT + 1, problem);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  Optional<ParkedEvent> at(Connection connection, Cursor place) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select * from feed_parked where feed = ? and position = ? and id = ?")) {
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
            select * from feed_parked where feed = ? and subject = ? order by position limit 1
            """)) {
      statement.setString(1, feed);
      statement.setString(2, subject);
      return all(statement.executeQuery()).stream().findFirst();
    }
  }

  List<ParkedEvent> list(Connection connection, long after, int limit) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            select * from feed_parked where feed = ? and position > ? order by position limit ?
            """)) {
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

  void forgetAll(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement("delete from feed_parked where feed = ?")) {
      statement.setString(1, feed);
      statement.executeUpdate();
    }
  }

  private static List<ParkedEvent> all(ResultSet rows) throws SQLException {
    var parked = new ArrayList<ParkedEvent>();
    while (rows.next()) {
      parked.add(
          new ParkedEvent(
              EventColumns.read(rows),
              rows.getString("problem"),
              rows.getObject("parked_at", OffsetDateTime.class).toInstant()));
    }
    return parked;
  }
}
