package io.familiarface.customers.feedback;

import static io.familiarface.customers.question.Columns.instant;
import static io.familiarface.customers.question.Columns.texts;
import static io.familiarface.customers.question.Columns.uuid;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the customer thinks of us, as far as feedback-service has told. */
public final class HerView {
  private HerView() {}

  /** How content she says she is; null where she has not said. */
  public record Scores(
      Integer lastCsat, Instant lastCsatAt, BigDecimal averageCsat, Integer lastNps, long answers) {

    static Scores from(ResultSet row) throws SQLException {
      return new Scores(
          row.getObject("last_csat", Integer.class),
          instant(row, "last_csat_at"),
          row.getBigDecimal("average_csat"),
          row.getObject("last_nps", Integer.class),
          row.getLong("answers"));
    }
  }

  /** A complaint that is not settled. */
  public record Complaint(
      UUID id, String state, String severity, String cause, Instant receivedAt, boolean reopened) {

    static Complaint from(ResultSet row) throws SQLException {
      return new Complaint(
          uuid(row, "id"),
          row.getString("state"),
          row.getString("severity"),
          row.getString("cause"),
          instant(row, "received_at"),
          row.getObject("reopened_at") != null);
    }
  }

  /** How likely she is to leave. */
  public record Risk(
      Instant asOf,
      BigDecimal probability,
      String band,
      boolean flagged,
      List<String> reasonCodes,
      String modelVersion) {

    static Risk from(ResultSet row) throws SQLException {
      return new Risk(
          instant(row, "as_of"),
          row.getBigDecimal("probability"),
          row.getString("band"),
          row.getBoolean("flagged"),
          texts(row, "reason_codes"),
          row.getString("model_version"));
    }
  }

  /** That somebody should act. */
  public record Flag(
      UUID id, String state, Instant raisedAt, Instant clearedAt, List<String> reasonCodes) {

    static Flag from(ResultSet row) throws SQLException {
      return new Flag(
          uuid(row, "id"),
          row.getString("state"),
          instant(row, "raised_at"),
          instant(row, "cleared_at"),
          texts(row, "reason_codes"));
    }
  }
}
