package io.familiarface.feedback.testing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Looks at what is stored. */
@ApplicationScoped
public class StoredRows {
  private static final String DEADLOCK = "40P01";
  private static final int ATTEMPTS = 5;

  private final DataSource source;

  StoredRows(DataSource source) {
    this.source = source;
  }

  /** The signals of a customer that stand, in words that compare. */
  public List<String> signals(UUID customer) {
    return lines(
        """
        select key || ' ' || kind || ' ' || data::text from signal
        where customer_id = ? and at is not null order by key
        """,
        customer);
  }

  /** The engine's state of a customer, with the first and last business time in it. */
  public String state(UUID customer) {
    return lines(
            """
            select concat_ws(' ', encode(state, 'hex'), first_at, last_at)
            from customer_risk where customer_id = ?
            """,
            customer)
        .stream()
        .findFirst()
        .orElse("nothing");
  }

  /** The flags of a customer. */
  public List<String> flags(UUID customer) {
    return lines(
        """
        select state || ' ' || raised_at || ' ' || version from flag
        where customer_id = ? order by raised_at
        """,
        customer);
  }

  public int count(String table, UUID customer) {
    return (int) number("select count(*) from " + table + " where customer_id = ?", customer);
  }

  public boolean isCalculating() {
    return number("select count(*) from job where ended_at is null") > 0;
  }

  /** The one number that a query answers. */
  public long number(String query, Object... parameters) {
    return Long.parseLong(lines(query, parameters).get(0));
  }

  /** What the service does by the clock may hold the same tables: then once more. */
  public void change(String statement, Object... parameters) {
    for (int attempt = 1; ; attempt++) {
      try {
        lines(statement, parameters);
        return;
      } catch (IllegalStateException e) {
        boolean deadlock =
            e.getCause() instanceof SQLException sql && DEADLOCK.equals(sql.getSQLState());
        if (!deadlock || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** The first column of each row as text; none for a change. */
  private List<String> lines(String sql, Object... parameters) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        Object value = parameters[i];
        statement.setObject(
            i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
      }
      List<String> lines = new ArrayList<>();
      if (statement.execute()) {
        ResultSet rows = statement.getResultSet();
        while (rows.next()) {
          lines.add(rows.getString(1));
        }
      }
      return lines;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
