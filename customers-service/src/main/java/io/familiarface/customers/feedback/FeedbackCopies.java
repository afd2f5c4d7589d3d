package io.familiarface.customers.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Keeps the newest of what we were told; an older or repeated event changes nothing. */
@ApplicationScoped
class FeedbackCopies {

  private final DataSource database;

  FeedbackCopies(DataSource database) {
    this.database = database;
  }

  void keep(FeedbackGiven given) {
    write(
        """
        insert into feedback_copy (id, customer_id, at, kind, csat, nps, revision)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (id) do update set
          at = excluded.at, kind = excluded.kind, csat = excluded.csat, nps = excluded.nps,
          revision = excluded.revision
        where feedback_copy.revision < excluded.revision""",
        given.feedbackId(),
        given.customerId(),
        given.at(),
        given.kind(),
        given.csat(),
        given.nps(),
        given.revision());
  }

  void keep(ComplaintChanged complaint) {
    write(
        """
        insert into complaint_copy
          (id, customer_id, state, severity, cause, received_at, reopened_at, revision)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (id) do update set
          state = excluded.state, severity = excluded.severity, cause = excluded.cause,
          received_at = excluded.received_at, reopened_at = excluded.reopened_at,
          revision = excluded.revision
        where complaint_copy.revision < excluded.revision""",
        complaint.complaintId(),
        complaint.customerId(),
        complaint.state(),
        complaint.severity(),
        complaint.cause(),
        complaint.receivedAt(),
        complaint.reopenedAt(),
        complaint.revision());
  }

  void keep(RiskAssessed risk) {
    write(
        """
        insert into risk_copy
          (customer_id, as_of, probability, band, flagged, reason_codes, model_version)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (customer_id) do update set
          as_of = excluded.as_of, probability = excluded.probability, band = excluded.band,
          flagged = excluded.flagged, reason_codes = excluded.reason_codes,
          model_version = excluded.model_version""",
        risk.customerId(),
        risk.asOf(),
        risk.probability(),
        risk.band(),
        risk.flagged(),
        risk.reasonCodes(),
        risk.modelVersion());
  }

  void keep(FlagChanged flag) {
    write(
        """
        insert into flag_copy
          (id, customer_id, state, raised_at, cleared_at, reason_codes, revision)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (id) do update set
          state = excluded.state, raised_at = excluded.raised_at,
          cleared_at = excluded.cleared_at, reason_codes = excluded.reason_codes,
          revision = excluded.revision
        where flag_copy.revision < excluded.revision""",
        flag.flagId(),
        flag.customerId(),
        flag.state(),
        flag.raisedAt(),
        flag.clearedAt(),
        flag.reasonCodes(),
        flag.revision());
  }

  void forget(UUID customerId) {
    for (String copy : List.of("feedback_copy", "complaint_copy", "risk_copy", "flag_copy")) {
      write("delete from " + copy + " where customer_id = ?", customerId);
    }
  }

  private void write(String sql, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, forSql(connection, values[i]));
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The copy could not be written", e);
    }
  }

  private static Object forSql(Connection connection, Object value) throws SQLException {
    if (value instanceof Instant instant) {
      return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
    return value instanceof List<?> texts
        ? connection.createArrayOf("text", texts.toArray())
        : value;
  }
}
