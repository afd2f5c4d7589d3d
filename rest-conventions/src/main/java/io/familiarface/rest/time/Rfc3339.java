package io.familiarface.rest.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The one reader of times from outside: RFC 3339 to the letter, in the years 1900 to 9999. Java
 * would read a thousand million years either way, and whatever counts days from there goes astray.
 */
public final class Rfc3339 {
  private static final int FIRST_YEAR = 1900;
  private static final Instant FIRST = Instant.parse(FIRST_YEAR + "-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private static final Pattern INSTANT =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?([Zz]|[+-]\\d\\d:\\d\\d)");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?");

  private Rfc3339() {}

  /**
   * An instant such as {@code 2025-01-06T09:00:00Z} or {@code 2025-01-06T04:00:00-05:00}.
   *
   * @throws DateTimeException for any other text, or another year
   */
  public static Instant instant(String text) {
    require(INSTANT, text);
    return bounded(OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant());
  }

  /**
   * A date such as {@code 2025-01-06}.
   *
   * @throws DateTimeException for any other text, or another year
   */
  public static LocalDate date(String text) {
    require(DATE, text);
    LocalDate date = LocalDate.parse(text);
    if (date.getYear() < FIRST_YEAR) {
      throw outOfRange();
    }
    return date;
  }

  /**
   * A time of day such as {@code 09:00}, with or without seconds.
   *
   * @throws DateTimeException for any other text
   */
  public static LocalTime time(String text) {
    require(TIME, text);
    return LocalTime.parse(text);
  }

  /** The instant, or the first or last that can be read. */
  public static Instant nearest(Instant instant) {
    if (instant.isBefore(FIRST)) {
      return FIRST;
    }
    return instant.isAfter(LAST) ? LAST : instant;
  }

  /** The date, or the first or last that can be read. */
  public static LocalDate nearest(LocalDate date) {
    if (date.getYear() < FIRST_YEAR) {
      return LocalDate.of(FIRST_YEAR, 1, 1);
    }
    return date.getYear() > 9999 ? LocalDate.of(9999, 12, 31) : date;
  }

  private static Instant bounded(Instant instant) {
    if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
      throw outOfRange();
    }
    return instant;
  }

  private static void require(Pattern form, String text) {
    if (!form.matcher(text).matches()) {
      throw new DateTimeException("not of the form of RFC 3339");
    }
  }

  private static DateTimeException outOfRange() {
    return new DateTimeException("a year before " + FIRST_YEAR + " or after 9999");
  }
}
