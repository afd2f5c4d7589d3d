package io.familiarface.feed.consumer;

import io.familiarface.feed.FeedEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** All the events of a feed, during a rebuild. */
final class StagedEvents {
  private final String feed;

  StagedEvents(String feed) {
    this.feed = feed;
  }

  void clear(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement("delete from feed_rebuild where feed = ?")) {
      statement.setString(1, feed);
      statement.executeUpdate();
    }
  }

  void add(Connection connection, List<FeedEvent> events) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "insert into feed_rebuild (%s) values (%s)"
                .formatted(EventColumns.NAMES, EventColumns.VALUES))) {
      for (var event : events) {
        EventColumns.bind(statement, feed, event);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  List<String> subjects(Connection connection) throws SQLException {
    try (var statement =
        connection.prepareStatement("select distinct subject from feed_rebuild where feed = ?")) {
      statement.setString(1, feed);
      var subjects = new ArrayList<String>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          subjects.add(rows.getString(1));
        }
      }
      return subjects;
    }
  }

  /** The events of these subjects, in the order of the feed. */
  List<FeedEvent> of(Connection connection, Collection<String> subjects) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            select * from feed_rebuild where feed = ? and subject = any (?) order by position
            """)) {
      statement.setString(1, feed);
      statement.setArray(2, connection.createArrayOf("text", subjects.toArray()));
      var events = new ArrayList<FeedEvent>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          events.add(EventColumns.read(rows));
        }
      }
      return events;
    }
  }
}
