package io.familiarface.database;

import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.Set;

/**
 * Two changes of one thing at one moment, of which the database takes one; the other may be tried
 * again.
 */
public final class ConcurrentUpdate {
  /** A lock that was not to be had in time, and a unique key that somebody else has just taken. */
  private static final Set<String> SQLSTATES = Set.of("55P03", UniqueViolation.SQLSTATE);

  /** Rolled back for the sake of others: serialization failure, deadlock. */
  private static final String ROLLED_BACK = "40";

  /** By name, as not everybody who uses this module has an object mapper. */
  private static final Set<String> OF_THE_MAPPER =
      Set.of("OptimisticLockException", "StaleObjectStateException");

  private ConcurrentUpdate() {}

  public static boolean isCauseOf(Throwable error) {
    return SqlStates.isAny(
        error,
        cause ->
            OF_THE_MAPPER.contains(cause.getClass().getSimpleName())
                || cause instanceof SQLException sql && isLostRace(sql));
  }

  private static boolean isLostRace(SQLException error) {
    String state = SqlStates.of(error);
    return state.startsWith(ROLLED_BACK)
        || SQLSTATES.contains(state)
        || error instanceof SQLTransactionRollbackException;
  }
}
