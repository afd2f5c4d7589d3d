package io.familiarface.feed.consumer;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;

/** What a failure means, and how it is told. */
final class Failures {
  /**
   * Connection lost, rolled back for the sake of others, out of resources, shut down: classes of
   * SQLSTATE that say nothing about the event at hand.
   */
  private static final Set<String> OF_THE_DATABASE = Set.of("08", "40", "53", "57", "58");

  private static final int LONGEST = 1000;

  private Failures() {}

  /** Whether the same may well succeed later, so that no event is to blame. */
  static boolean isPassing(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientException
          || cause instanceof SQLRecoverableException
          || (cause instanceof SQLException sql && isOfTheDatabase(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfTheDatabase(String state) {
    return state != null && state.length() == 5 && OF_THE_DATABASE.contains(state.substring(0, 2));
  }

  /** The failure and its causes on one line. */
  static String describe(Throwable failure) {
    var words = new StringBuilder(failure.toString());
    for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      if (words.indexOf(String.valueOf(cause.getMessage())) < 0) {
        words.append("; because ").append(cause);
      }
    }
    return words.length() > LONGEST ? words.substring(0, LONGEST) : words.toString();
  }
}
