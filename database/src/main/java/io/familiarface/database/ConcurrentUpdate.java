package io.familiarface.database;

import java.util.Set;

/**
 * Two changes of one thing at one moment, of which the database takes one; the other may be tried
 * again.
 */
public final class ConcurrentUpdate {
  /** Serialization failure, deadlock, and a unique key that somebody else has just taken. */
  private static final Set<String> SQLSTATES = Set.of("40001", "40P01", UniqueViolation.SQLSTATE);

  /** By name, as not everybody who uses this module has an object mapper. */
  private static final Set<String> OF_THE_MAPPER =
      Set.of("OptimisticLockException", "StaleObjectStateException");

  private ConcurrentUpdate() {}

  public static boolean isCauseOf(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (OF_THE_MAPPER.contains(cause.getClass().getSimpleName())) {
        return true;
      }
    }
    return SqlStates.isCausedBy(error, sql -> SQLSTATES.contains(SqlStates.of(sql)));
  }
}
