package io.familiarface.rest.logging;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;

/**
 * An error as it may stand in a log: its kinds and where it came from, not its words. Those quote
 * what somebody sent, and that is about persons.
 */
public final class WithoutWords extends Throwable {
  private static final long serialVersionUID = 1L;

  /** Causes may go round in a circle. */
  static final int DEEPEST = 20;

  private final String kind;

  private WithoutWords(Throwable error, int depth) {
    super(null, causeOf(error, depth), false, true);
    this.kind = kindOf(error);
    setStackTrace(error.getStackTrace());
  }

  public static Throwable of(Throwable error) {
    return error == null ? null : new WithoutWords(error, 0);
  }

  private static Throwable causeOf(Throwable error, int depth) {
    boolean more = error.getCause() != null && depth < DEEPEST;
    return more ? new WithoutWords(error.getCause(), depth + 1) : null;
  }

  /** The kind of an error on one line: of its cause in the database, where there is one. */
  public static String kind(Throwable error) {
    Throwable last = error;
    Throwable cause = error;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
      last = cause;
      if (cause instanceof SQLException) {
        break;
      }
    }
    return last == null ? "unknown" : kindOf(last);
  }

  private static String kindOf(Throwable error) {
    String name = error.getClass().getName();
    if (!(error instanceof SQLException sql)) {
      return name;
    }
    String constraint =
        sql instanceof PSQLException pg
                && pg.getServerErrorMessage() != null
                && pg.getServerErrorMessage().getConstraint() != null
            ? ", " + pg.getServerErrorMessage().getConstraint()
            : "";
    return name + " (" + sql.getSQLState() + constraint + ")";
  }

  @Override
  public String toString() {
    return kind;
  }
}
