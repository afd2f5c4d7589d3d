package io.familiarface.feedback.continuity;

import io.familiarface.rest.problem.CommonProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;

/** How far back one looks: a period of the calendar, where the company is. */
record Window(Period length) {
  static final String USUAL = "P12M";
  private static final int MOST_YEARS = 10;

  /** As ISO 8601 writes it, such as P12M. */
  static Window of(String text) {
    Window window = new Window(parse(text == null ? USUAL : text));
    ZonedDateTime any = Instant.EPOCH.atZone(ZoneId.of("UTC"));
    if (window.length.isNegative()
        || window.length.isZero()
        || window.before(any).isBefore(any.minusYears(MOST_YEARS))) {
      throw refused();
    }
    return window;
  }

  private static Period parse(String text) {
    try {
      return Period.parse(text);
    } catch (DateTimeParseException e) {
      throw refused();
    }
  }

  /** The beginning of the window that ends at an instant. */
  Instant before(Instant end, ZoneId zone) {
    return before(end.atZone(zone)).toInstant();
  }

  private ZonedDateTime before(ZonedDateTime end) {
    try {
      return end.minus(length);
    } catch (DateTimeException | ArithmeticException e) {
      throw refused();
    }
  }

  private static RuntimeException refused() {
    return CommonProblem.INVALID_REQUEST.at(
        "?window",
        "window is a period such as P12M (months), P1Y or P90D, of at most %d years."
            .formatted(MOST_YEARS));
  }

  /** In words: 12 months. */
  String words() {
    StringBuilder words = new StringBuilder();
    append(words, length.getYears(), "year");
    append(words, length.getMonths(), "month");
    append(words, length.getDays(), "day");
    return words.toString();
  }

  private static void append(StringBuilder words, int number, String unit) {
    if (number != 0) {
      words
          .append(words.isEmpty() ? "" : " and ")
          .append(number)
          .append(' ')
          .append(unit)
          .append(number == 1 ? "" : "s");
    }
  }
}
