package io.familiarface.database;

/**
 * Somebody else has taken a key in the moment between our look and our writing: only the database
 * can know.
 */
public final class UniqueViolation {
  static final String SQLSTATE = "23505";

  private UniqueViolation() {}

  public static boolean isCauseOf(Throwable error) {
    return SqlStates.isCausedBy(error, sql -> SQLSTATE.equals(sql.getSQLState()));
  }
}
