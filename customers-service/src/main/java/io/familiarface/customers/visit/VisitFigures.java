package io.familiarface.customers.visit;

import static io.familiarface.customers.question.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * The visits to a customer, counted.
 *
 * @param onTimeShare of the visits of which it is known; null when it is known of none
 * @param technicians how many different people came
 */
public record VisitFigures(
    long completed, long missed, Double onTimeShare, long technicians, Instant lastVisitAt) {

  static VisitFigures from(ResultSet row) throws SQLException {
    long known = row.getLong("punctuality_known");
    return new VisitFigures(
        row.getLong("completed"),
        row.getLong("missed"),
        known == 0 ? null : (double) row.getLong("on_time") / known,
        row.getLong("technicians"),
        instant(row, "last_at"));
  }
}
