package io.familiarface.database;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;

/** The database is away or at its limit, which passes: nothing is wrong with the request. */
public final class DatabaseUnavailable {
  /** Too many connections, shutting down, crashed, starting up. */
  private static final Set<String> SQLSTATES = Set.of("53300", "57P01", "57P02", "57P03");

  private DatabaseUnavailable() {}

  public static boolean isCauseOf(Throwable error) {
    return SqlStates.isCausedBy(error, DatabaseUnavailable::isAway);
  }

  private static boolean isAway(SQLException error) {
    String state = SqlStates.of(error);
    return state.startsWith("08") || SQLSTATES.contains(state) || poolIsEmpty(error);
  }

  /** Agroal says so in words alone. */
  private static boolean poolIsEmpty(SQLException error) {
    return String.valueOf(error.getMessage())
        .toLowerCase(Locale.ROOT)
        .contains("acquisition timeout");
  }
}
