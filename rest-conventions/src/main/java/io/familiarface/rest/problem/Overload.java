package io.familiarface.rest.problem;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;

/** Tells a database that is away or at its limit from a fault of ours. */
final class Overload {
  /** Too many connections, shutting down, crashed, starting up. */
  private static final Set<String> NOT_NOW = Set.of("53300", "57P01", "57P02", "57P03");

  private Overload() {}

  static boolean isBehind(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        String state = sql.getSQLState();
        boolean connection = state != null && (state.startsWith("08") || NOT_NOW.contains(state));
        if (connection || isWaitingInVain(sql)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Agroal says so in words alone. */
  private static boolean isWaitingInVain(SQLException e) {
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("acquisition timeout");
  }
}
