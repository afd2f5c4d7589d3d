package io.familiarface.customers.feedback;

import io.familiarface.customers.feedback.HerView.Complaint;
import io.familiarface.customers.feedback.HerView.Flag;
import io.familiarface.customers.feedback.HerView.Risk;
import io.familiarface.customers.feedback.HerView.Scores;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads what feedback-service has told of a customer. */
@ApplicationScoped
public class HerViews {

  private static final String SCORES =
      """
      select (array_agg(csat order by at desc) filter (where csat is not null))[1] as last_csat,
             max(at) filter (where csat is not null) as last_csat_at,
             round(avg(csat), 1) as average_csat,
             (array_agg(nps order by at desc) filter (where nps is not null))[1] as last_nps,
             count(*) as answers
      from feedback_copy where customer_id = ?""";

  private static final String OPEN_COMPLAINTS =
      """
      select id, state, severity, cause, received_at, reopened_at from complaint_copy
      where customer_id = ? and state <> 'RESOLVED'
      order by received_at desc""";

  private static final String RISK =
      """
      select as_of, probability, band, flagged, reason_codes, model_version
      from risk_copy where customer_id = ?""";

  private static final String FLAG =
      """
      select id, state, raised_at, cleared_at, reason_codes from flag_copy
      where customer_id = ? order by raised_at desc limit 1""";

  private final DataSource database;

  HerViews(DataSource database) {
    this.database = database;
  }

  public HerView of(UUID customerId) {
    try (Connection connection = database.getConnection()) {
      return new HerView(
          read(connection, SCORES, customerId, HerViews::scores).get(0),
          read(connection, OPEN_COMPLAINTS, customerId, HerViews::complaint),
          first(read(connection, RISK, customerId, HerViews::risk)),
          first(read(connection, FLAG, customerId, HerViews::flag)));
    } catch (SQLException e) {
      throw new IllegalStateException("The copy could not be read", e);
    }
  }

  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private static <T> List<T> read(Connection connection, String sql, UUID customerId, Row<T> reader)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, customerId);
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
      return found;
    }
  }

  private static <T> T first(List<T> found) {
    return found.isEmpty() ? null : found.get(0);
  }

  private static Scores scores(ResultSet row) throws SQLException {
    return new Scores(
        row.getObject("last_csat", Integer.class),
        instant(row, "last_csat_at"),
        row.getBigDecimal("average_csat"),
        row.getObject("last_nps", Integer.class),
        row.getLong("answers"));
  }

  private static Complaint complaint(ResultSet row) throws SQLException {
    return new Complaint(
        row.getObject("id", UUID.class),
        row.getString("state"),
        row.getString("severity"),
        row.getString("cause"),
        instant(row, "received_at"),
        row.getObject("reopened_at") != null);
  }

  private static Risk risk(ResultSet row) throws SQLException {
    return new Risk(
        instant(row, "as_of"),
        row.getBigDecimal("probability"),
        row.getString("band"),
        row.getBoolean("flagged"),
        texts(row, "reason_codes"),
        row.getString("model_version"));
  }

  private static Flag flag(ResultSet row) throws SQLException {
    return new Flag(
        row.getObject("id", UUID.class),
        row.getString("state"),
        instant(row, "raised_at"),
        instant(row, "cleared_at"),
        texts(row, "reason_codes"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }
}
