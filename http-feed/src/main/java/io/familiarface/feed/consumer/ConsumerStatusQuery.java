package io.familiarface.feed.consumer;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads how far a service has come in the feeds that it follows, all in one query. */
final class ConsumerStatusQuery {
  private ConsumerStatusQuery() {}

  static List<ConsumerStatus> run(
      Connection connection, Collection<FeedConsumer> consumers, ProducerHeads heads)
      throws SQLException {
    Map<String, ConsumerStatus> stored = new HashMap<>();
    try (var statement = connection.prepareStatement(StoredStatus.QUERY);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        ConsumerStatus status = status(rows);
        stored.put(status.feed(), status);
      }
    }
    List<ConsumerStatus> all = new ArrayList<>();
    for (FeedConsumer consumer : consumers) {
      all.add(
          stored
              .getOrDefault(consumer.feed(), ConsumerStatus.unheard(consumer.feed()))
              .heard(heads.of(consumer.feed()))
              .in(consumer.state(), consumer.problem()));
    }
    return all;
  }

  private static ConsumerStatus status(ResultSet row) throws SQLException {
    return new StoredStatus(
            row.getString("feed"),
            row.getLong("position"),
            row.getLong("behind"),
            instant(row, "heard_at"),
            row.getLong("parked"),
            row.getString("problem"),
            instant(row, "rebuild_since"),
            row.getLong("rebuild_done"),
            row.getLong("rebuild_total"))
        .status();
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
