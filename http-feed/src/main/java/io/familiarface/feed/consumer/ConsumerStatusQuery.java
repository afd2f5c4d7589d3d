package io.familiarface.feed.consumer;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads how far a service has come in the feeds that it follows, all in one query. */
final class ConsumerStatusQuery {
  private static final String ALL =
      """
      select feed, position, greatest(head - position, 0) + parked as behind, heard_at, parked,
        problem, rebuild_since, rebuild_done, rebuild_total
      from feed_consumer cross join lateral
        (select count(*) as parked from feed_parked where feed_parked.feed = feed_consumer.feed)
      """;

  private ConsumerStatusQuery() {}

  static List<ConsumerStatus> run(
      Connection connection, Collection<FeedConsumer> consumers, ProducerHeads heads)
      throws SQLException {
    Map<String, ConsumerStatus> stored = new HashMap<>();
    try (var statement = connection.prepareStatement(ALL);
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
    var heardAt = row.getObject("heard_at", OffsetDateTime.class);
    return new ConsumerStatus(
        row.getString("feed"),
        row.getLong("position"),
        row.getLong("behind"),
        row.getLong("parked"),
        heardAt == null ? null : heardAt.toInstant(),
        ConsumerStatus.State.STOPPED,
        row.getString("problem"),
        rebuild(row));
  }

  private static ConsumerStatus.Rebuild rebuild(ResultSet row) throws SQLException {
    var since = row.getObject("rebuild_since", OffsetDateTime.class);
    return since == null
        ? null
        : new ConsumerStatus.Rebuild(
            since.toInstant(), row.getLong("rebuild_done"), row.getLong("rebuild_total"));
  }
}
