package io.familiarface.rest.problem;

import java.sql.SQLException;
import java.util.Set;

/** Tells two changes of one thing at one moment, of which the database takes one, from a fault. */
final class LostRace {
  /** Serialization failure, deadlock, and a unique key that somebody else has just taken. */
  private static final Set<String> TRY_AGAIN = Set.of("40001", "40P01", "23505");

  /** By name, as not every service that follows these conventions has an object mapper. */
  private static final Set<String> OF_THE_MAPPER =
      Set.of("OptimisticLockException", "StaleObjectStateException");

  private LostRace() {}

  static boolean isBehind(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (OF_THE_MAPPER.contains(cause.getClass().getSimpleName())) {
        return true;
      }
      if (cause instanceof SQLException sql
          && TRY_AGAIN.contains(String.valueOf(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }
}
