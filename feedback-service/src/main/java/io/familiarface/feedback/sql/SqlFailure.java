package io.familiarface.feedback.sql;

import java.sql.SQLException;

/** The database refused or failed; the transaction is lost. */
public final class SqlFailure extends RuntimeException {
  SqlFailure(SQLException cause) {
    super(cause.getMessage(), cause);
  }

  /** The SQLSTATE, for example 23505 for a unique violation. */
  public String state() {
    return ((SQLException) getCause()).getSQLState();
  }
}
