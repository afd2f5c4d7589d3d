package io.familiarface.rest.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Times as RFC 3339 writes them: the year has four digits. Java would read a thousand million years
 * either way, and whatever counts days or microseconds from there goes astray.
 */
public final class FourDigitYears {
  private static final LocalDate FIRST = LocalDate.of(0, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
  private static final Instant FROM = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private FourDigitYears() {}

  /**
   * The instant itself.
   *
   * @throws DateTimeException when its year has more digits
   */
  public static Instant of(Instant instant) {
    if (instant.isBefore(FROM) || instant.isAfter(UNTIL)) {
      throw new DateTimeException("a year of more than four digits");
    }
    return instant;
  }

  /** As {@link #of(Instant)}. */
  public static LocalDate of(LocalDate date) {
    if (date.isBefore(FIRST) || date.isAfter(LAST)) {
      throw new DateTimeException("a year of more than four digits");
    }
    return date;
  }
}
