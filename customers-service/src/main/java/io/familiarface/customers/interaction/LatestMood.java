package io.familiarface.customers.interaction;

import static io.familiarface.customers.question.Columns.instant;
import static io.familiarface.customers.question.Columns.oneOf;
import static io.familiarface.customers.question.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** How a customer felt when somebody last noted it. */
public record LatestMood(Mood mood, Instant at, Channel channel, UUID interactionId) {

  static LatestMood from(ResultSet row) throws SQLException {
    return new LatestMood(
        oneOf(Mood.class, row, "mood"),
        instant(row, "at"),
        oneOf(Channel.class, row, "channel"),
        uuid(row, "id"));
  }
}
