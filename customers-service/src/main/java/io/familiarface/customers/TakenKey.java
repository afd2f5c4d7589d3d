package io.familiarface.customers;

import java.sql.SQLException;

/**
 * Tells that somebody else has taken a key in the moment between our look and our writing: only the
 * database can know.
 */
public final class TakenKey {

  private static final String UNIQUE_VIOLATION = "23505";

  private TakenKey() {}

  public static boolean isReasonOf(RuntimeException refusal) {
    for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
