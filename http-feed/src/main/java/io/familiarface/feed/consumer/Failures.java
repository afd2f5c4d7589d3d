package io.familiarface.feed.consumer;

import io.familiarface.database.PassingTrouble;
import io.familiarface.feed.BatchTooLargeException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** How a failure is told: in plain words, as those who read them may know nothing of our code. */
final class Failures {
  private static final int LONGEST = 1000;
  private static final int FRAMES = 8;

  /** Names of classes and methods, and code. */
  private static final Pattern CODE =
      Pattern.compile("[\\w$]+([.#][\\w$]+){2,}|\\w(Exception|Error)\\b|\\w\\(\\)|[`;]");

  private Failures() {}

  /** Why an event could not be applied. */
  static String ofEvent(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return ofValue(sql.getSQLState());
      }
      if (isSaid(cause)) {
        return shortened(cause.getMessage());
      }
    }
    return "This service could not apply it. Its log tells more, under the id of the event.";
  }

  /** What keeps a consumer from going on. */
  static String ofConsumer(Throwable failure) {
    if (failure instanceof ProducerAwayException || failure instanceof BatchTooLargeException) {
      return shortened(failure.getMessage());
    }
    if (PassingTrouble.isCauseOf(failure)) {
      return "The database of this service is busy or away.";
    }
    return "This service could not go on. Its log tells more.";
  }

  /**
   * What an error is and where it comes from, for a log: without any message, as those of a
   * database or a parser quote what was in the event, and that may be about a person.
   */
  static String trace(Throwable failure) {
    var words = new StringBuilder();
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      words.append(words.isEmpty() ? "" : "; caused by ").append(cause.getClass().getName());
      if (cause instanceof SQLException sql) {
        words.append(" (SQLSTATE ").append(sql.getSQLState()).append(')');
      }
      Arrays.stream(cause.getStackTrace())
          .limit(FRAMES)
          .forEach(frame -> words.append("\n\tat ").append(frame));
    }
    return words.toString();
  }

  private static String ofValue(String sqlState) {
    return switch (sqlState.substring(0, Math.min(2, sqlState.length()))) {
      case "22" -> "A value in it is too long, or of a form or size that can't be stored here.";
      case "23" -> "It contradicts what is stored here already.";
      default -> "This service could not store it. Its log tells more, under the id of the event.";
    };
  }

  /** Whether somebody meant this sentence to be read. */
  private static boolean isSaid(Throwable cause) {
    return (cause instanceof IllegalArgumentException || cause instanceof DateTimeException)
        && cause.getMessage() != null
        && !CODE.matcher(cause.getMessage()).find();
  }

  private static String shortened(String words) {
    return words.length() > LONGEST ? words.substring(0, LONGEST) : words;
  }
}
