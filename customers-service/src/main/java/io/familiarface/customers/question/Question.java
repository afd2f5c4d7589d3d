package io.familiarface.customers.question;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What the database is asked about a customer.
 *
 * @param sql one statement without a semicolon, its parameters as {@code ?}
 */
public record Question<T>(String sql, Row<T> row) {

  /** Reads the row at which the result stands. */
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }
}
