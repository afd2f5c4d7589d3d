package io.familiarface.feed.consumer;

import io.familiarface.feed.consumer.ConsumerStatus.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** Reads how far a service has come in a feed. */
final class ConsumerStatusQuery {
  private ConsumerStatusQuery() {}

  static ConsumerStatus run(Connection connection, String feed, State state, String problem)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            select coalesce(max(position), 0) as position,
              greatest(coalesce(max(head - position), 0), 0) as behind, max(heard_at) as heard_at,
              (select count(*) from feed_parked where feed_parked.feed = ?) as parked
            from feed_consumer where feed_consumer.feed = ?
            """)) {
      statement.setString(1, feed);
      statement.setString(2, feed);
      try (var rows = statement.executeQuery()) {
        rows.next();
        var heardAt = rows.getObject("heard_at", OffsetDateTime.class);
        return new ConsumerStatus(
            feed,
            rows.getLong("position"),
            rows.getLong("behind"),
            rows.getLong("parked"),
            heardAt == null ? null : heardAt.toInstant(),
            state,
            problem);
      }
    }
  }
}
