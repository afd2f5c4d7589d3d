package io.familiarface.history.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as it is written, before anybody has decided in which order its numbers stand.
 *
 * @param sure whether the three numbers are year, month and day for certain, in this order
 * @param years the digits of a year, two or four
 * @param rest what follows the date: a time, mostly
 */
record DateText(boolean sure, int a, int b, int c, int years, String rest) {
  private static final Pattern ISO =
      Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)(.*)");
  private static final Pattern COMPACT = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})()");
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4}|\\d{2})(?!\\d)(.*)");
  private static final Pattern DAY_NAME =
      Pattern.compile(
          "(\\d{1,2})(?:st|nd|rd|th)?[-/. ]*(\\p{L}{3,9})\\.?,?[-/. ]*(\\d{4}|\\d{2})(?!\\d)(.*)");
  private static final Pattern NAME_DAY =
      Pattern.compile(
          "(\\p{L}{3,9})\\.?[- ]*(\\d{1,2})(?:st|nd|rd|th)?,?[- ]+(\\d{4}|\\d{2})(?!\\d)(.*)");
  private static final Pattern WEEKDAY =
      Pattern.compile(
          "(?:mon|tue|wed|thu|fri|sat|sun)\\p{L}*\\.?,?\\s+(.*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern EXCEL_DAY = Pattern.compile("([2-6]\\d{4})(?:\\.\\d+)?");
  private static final Pattern TIME =
      Pattern.compile(
          "[T ,-]*(\\d{1,2})(?:[:.h](\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?)?\\s*([AaPp])?\\.?[Mm]?\\.?\\s*(Z|[+-]\\d{2}:?\\d{2})?(?:\\W.*)?");
  private static final LocalDate EXCEL_EPOCH = LocalDate.of(1899, 12, 30);
  private static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("jan", 1),
          Map.entry("feb", 2),
          Map.entry("mar", 3),
          Map.entry("mär", 3),
          Map.entry("mrz", 3),
          Map.entry("apr", 4),
          Map.entry("may", 5),
          Map.entry("mai", 5),
          Map.entry("jun", 6),
          Map.entry("jul", 7),
          Map.entry("aug", 8),
          Map.entry("sep", 9),
          Map.entry("oct", 10),
          Map.entry("okt", 10),
          Map.entry("nov", 11),
          Map.entry("dec", 12),
          Map.entry("dez", 12));

  private static DateText sure(int year, int month, int day, String rest) {
    return new DateText(true, year, month, day, 4, rest);
  }

  /** Takes a text apart, or null when it is no date in any order. */
  static DateText of(String text) {
    Matcher m = ISO.matcher(text);
    if (m.matches()) {
      return sure(number(m, 1), number(m, 2), number(m, 3), m.group(4));
    }
    m = NUMBERS.matcher(text);
    if (m.matches()) {
      String third = m.group(3);
      return new DateText(
          false, number(m, 1), number(m, 2), Integer.parseInt(third), third.length(), m.group(4));
    }
    m = COMPACT.matcher(text);
    if (m.matches()) {
      return sure(number(m, 1), number(m, 2), number(m, 3), "");
    }
    m = EXCEL_DAY.matcher(text);
    if (m.matches()) {
      LocalDate day = EXCEL_EPOCH.plusDays(Long.parseLong(m.group(1)));
      return sure(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), "");
    }
    return named(text);
  }

  private static DateText named(String text) {
    Matcher weekday = WEEKDAY.matcher(text);
    if (weekday.matches()) {
      return of(weekday.group(1));
    }
    Matcher m = DAY_NAME.matcher(text);
    if (m.matches() && month(m.group(2)) > 0) {
      return sure(year(m.group(3)), month(m.group(2)), number(m, 1), m.group(4));
    }
    m = NAME_DAY.matcher(text);
    if (m.matches() && month(m.group(1)) > 0) {
      return sure(year(m.group(3)), month(m.group(1)), number(m, 2), m.group(4));
    }
    return null;
  }

  /** The day, or null when there is no such day in this order. */
  LocalDate day(DateOrder order) {
    try {
      if (sure) {
        return LocalDate.of(a, b, c);
      }
      return switch (order) {
        case DAY_MONTH_YEAR -> LocalDate.of(year(c), b, a);
        case MONTH_DAY_YEAR -> LocalDate.of(year(c), a, b);
        case YEAR_MONTH_DAY -> years == 2 ? LocalDate.of(inCentury(a), b, c) : null;
      };
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The local date and time that a text with an offset means, or null without one. */
  static LocalDateTime local(LocalDate day, String rest, ZoneId zone) {
    Matcher m = TIME.matcher(rest);
    if (day == null || !m.matches() || m.group(5) == null || m.group(2) == null) {
      return null;
    }
    LocalTime time = time(m);
    return time == null
        ? null
        : OffsetDateTime.of(day, time, ZoneOffset.of(m.group(5)))
            .atZoneSameInstant(zone)
            .toLocalDateTime();
  }

  /** The time of day at the beginning of a text, or null. */
  static LocalTime time(String text) {
    Matcher m = TIME.matcher(text);
    return m.matches() && (m.group(2) != null || m.group(4) != null) ? time(m) : null;
  }

  private static LocalTime time(Matcher m) {
    int hour = number(m, 1);
    int minute = m.group(2) == null ? 0 : number(m, 2);
    if (m.group(4) != null) {
      boolean afternoon = m.group(4).equalsIgnoreCase("p");
      hour = hour % 12 + (afternoon && hour <= 12 ? 12 : 0);
    }
    return hour < 24 && minute < 60 ? LocalTime.of(hour, minute) : null;
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }

  private int year(int number) {
    return years == 4 ? number : inCentury(number);
  }

  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    return digits.length() == 4 ? year : inCentury(year);
  }

  /** Two digits are of this century, or of the last one when that would lie far ahead. */
  private static int inCentury(int year) {
    return year < 70 ? 2000 + year : 1900 + year;
  }

  private static int month(String name) {
    return MONTHS.getOrDefault(name.substring(0, 3).toLowerCase(Locale.ROOT), 0);
  }
}
