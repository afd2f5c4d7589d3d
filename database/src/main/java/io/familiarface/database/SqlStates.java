package io.familiarface.database;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;

/** Looks behind an error for what PostgreSQL or its driver said. */
final class SqlStates {
  private SqlStates() {}

  static boolean isCausedBy(Throwable error, Predicate<SQLException> kind) {
    return isAny(error, cause -> cause instanceof SQLException sql && kind.test(sql));
  }

  /**
   * Whether this is so of the error, of anything that caused it, or of anything that was suppressed
   * for it, as a transaction manager does with what went wrong at the commit.
   */
  static boolean isAny(Throwable error, Predicate<Throwable> kind) {
    return isAny(error, kind, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static boolean isAny(Throwable error, Predicate<Throwable> kind, Set<Throwable> seen) {
    if (error == null || !seen.add(error)) {
      return false;
    }
    if (kind.test(error) || isAny(error.getCause(), kind, seen)) {
      return true;
    }
    for (Throwable suppressed : error.getSuppressed()) {
      if (isAny(suppressed, kind, seen)) {
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
