package io.familiarface.feed.consumer;

import io.familiarface.feed.FeedEvent;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** The columns in which an event is kept, in their order. */
final class EventColumns {
  static final String NAMES = "feed, position, id, source, type, subject, time, deleted, data";
  static final String VALUES = "?, ?, ?, ?, ?, ?, ?, ?, ?::json";
  static final int COUNT = 9;

  private EventColumns() {}

  static void bind(PreparedStatement statement, String feed, FeedEvent event) throws SQLException {
    statement.setString(1, feed);
    statement.setLong(2, event.position());
    statement.setObject(3, event.id());
    statement.setString(4, event.source());
    statement.setString(5, event.type());
    statement.setString(6, event.subject());
    statement.setObject(7, event.time().atOffset(ZoneOffset.UTC));
    statement.setBoolean(8, event.deleted());
    statement.setString(9, event.data());
  }

  static FeedEvent read(ResultSet row) throws SQLException {
    return new FeedEvent(
        row.getLong("position"),
        row.getObject("id", UUID.class),
        row.getString("source"),
        row.getString("type"),
        row.getString("subject"),
        row.getObject("time", OffsetDateTime.class).toInstant(),
        row.getBoolean("deleted"),
        row.getString("data"));
  }
}
