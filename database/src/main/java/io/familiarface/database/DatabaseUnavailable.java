package io.familiarface.database;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Set;

/** The database is away or at its limit, which passes: nothing is wrong with the request. */
public final class DatabaseUnavailable {
  /** No connection, out of resources, interrupted or shut down, trouble of its machine. */
  private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

  /** A session that was ended because it stood idle, or because its transaction took too long. */
  private static final Set<String> SQLSTATES = Set.of("25P03", "25P04");

  private DatabaseUnavailable() {}

  public static boolean isCauseOf(Throwable error) {
    return SqlStates.isCausedBy(error, DatabaseUnavailable::isAway);
  }

  private static boolean isAway(SQLException error) {
    String state = SqlStates.of(error);
    return state.length() == 5 && CLASSES.contains(state.substring(0, 2))
        || SQLSTATES.contains(state)
        || error instanceof SQLTransientConnectionException
        || error instanceof SQLRecoverableException
        || poolGivesNone(error);
  }

  /** Agroal says so in words alone: that it is empty, or that we are shutting down. */
  private static boolean poolGivesNone(SQLException error) {
    String words = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
    return words.contains("acquisition timeout") || words.contains("while acquiring");
  }
}
