package io.familiarface.database;

import java.sql.SQLException;
import java.util.function.Predicate;

/** Looks behind an error for what PostgreSQL or its driver said. */
final class SqlStates {
  private SqlStates() {}

  static boolean isCausedBy(Throwable error, Predicate<SQLException> kind) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && kind.test(sql)) {
        return true;
      }
    }
    return false;
  }

  /** The SQLSTATE, "" where the driver gives none. */
  static String of(SQLException error) {
    return error.getSQLState() == null ? "" : error.getSQLState();
  }
}
