package io.familiarface.history.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
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
      Pattern.compile(
          "(\\d{4})\\s?[-/.\u5E74\uB144]\\s?(\\d{1,2})\\s?[-/.\u6708\uC6D4]\\s?(\\d{1,2})[\u65E5\uC77C]?(?!\\d)(.*)");
  private static final Pattern COMPACT =
      Pattern.compile(
          "((?:19|20)\\d{2})(\\d{2})(\\d{2})(?:[T ]?(\\d{2}):?(\\d{2})(?::?(\\d{2}))?(Z?))?");
  private static final String YEAR = "'?(\\d{4}|\\d{2})(?![\\d:]|\\.\\d)(.*)";
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,2})(\\. ?|[-/ \\\\]) ?(\\d{1,2})\\2 ?(\\d{4}|\\d{2})(?![\\d:])(.*)");
  private static final Pattern DAY_NAME =
      Pattern.compile(
          "(?:the )?(\\d{1,2})(?:st|nd|rd|th|er|[o\u00BA\u00AA])?[-/. ]*(?:(?:of|de|d')"
              + " ?)?(\\p{L}{3,12})\\.?,?[-/. ]*(?:(?:de|del) )?"
              + YEAR,
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME_DAY =
      Pattern.compile(
          "(\\p{L}{3,12})\\.?[-/ ]*(\\d{1,2})(?:st|nd|rd|th)?,?[-/ ]+" + YEAR,
          Pattern.CASE_INSENSITIVE);
  private static final Pattern YEAR_NAME_DAY =
      Pattern.compile("(\\d{4})[-/., ]*(\\p{L}{3,12})\\.?[-/. ]*(\\d{1,2})(?!\\d)(.*)");

  /** As Unix writes it: Apr 3 14:30:00 EDT 2025. */
  private static final Pattern YEAR_LAST =
      Pattern.compile(
          "(\\p{L}{3,12} \\d{1,2}) (\\d{1,2}:\\d{2}(?::\\d{2})?(?: [A-Z]{1,4})?) (\\d{4})");

  private static final Pattern WEEKDAY = Pattern.compile("(\\p{L}{2,12})\\b\\.?,?\\s*(.+)");
  private static final Pattern TIME_FIRST =
      Pattern.compile(
          "(\\d{1,2}(?:[:.]\\d{2}){0,2}(?:\\s?[ap]\\.?\\s?m\\.?)?),?\\s+(?:on |- )?(.*\\d.*)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern EXCEL_DAY = Pattern.compile("([2-6]\\d{4})(?:[.,](\\d+))?");
  private static final Pattern FURTHER_DATE =
      Pattern.compile(
          "\\d{4}-\\d{1,2}-\\d{1,2}(?!\\d)|\\d{1,2}([/.])\\d{1,2}\\1(?:\\d{4}|\\d{2})(?!\\d|"
              + " ?[AaPp][Mm])|\\p{L}{3,12}\\.? \\d{1,2},? \\d{4}|\\d{1,2}\\.? \\p{L}{3,12}\\.?"
              + " \\d{4}");
  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
  private static final Pattern OR = Pattern.compile("(?i)\\?|\\s(?:or|oder|ou|of|o)\\s");
  private static final Pattern NAME_OF_ZONE = Pattern.compile("\\[?\\b[A-Za-z]+/[A-Za-z_]+\\]?");

  /** Words that say nothing more than a date and a time do. */
  private static final Set<String> PLAIN_WORDS =
      Set.of(
          ("and bis central daylight eastern european mountain pacific standard summer bst cdt cest"
                  + " cet cst edt est from gmt hours hrs mdt mesz mez midday midi mittag mittags mst"
                  + " midnight noon oclock o'clock pdt pst through thru till time uhr und until utc"
                  + " las les hour")
              .split(" "));

  private static final LocalDate EXCEL_EPOCH = LocalDate.of(1899, 12, 30);
  private static final int MOST_LETTERS = 100;

  private static DateText sure(int year, int month, int day, String rest) {
    return new DateText(true, year, month, day, 4, rest);
  }

  /** Takes a text apart, or null when it is no date in any order. */
  static DateText of(String text) {
    return text.length() > MOST_LETTERS || text.chars().noneMatch(Character::isDigit)
        ? null
        : ofPlain(Text.plainSigns(text));
  }

  private static DateText ofPlain(String text) {
    Matcher m = ISO.matcher(text);
    if (m.matches()) {
      return sure(number(m, 1), number(m, 2), number(m, 3), m.group(4));
    }
    m = NUMBERS.matcher(text);
    if (m.matches()) {
      String third = m.group(4);
      return new DateText(
          false, number(m, 1), number(m, 3), Integer.parseInt(third), third.length(), m.group(5));
    }
    m = COMPACT.matcher(text);
    if (m.matches()) {
      return sure(number(m, 1), number(m, 2), number(m, 3), compactTime(m));
    }
    m = EXCEL_DAY.matcher(text);
    if (m.matches()) {
      LocalDate day = EXCEL_EPOCH.plusDays(Long.parseLong(m.group(1)));
      TimeOfDay time = m.group(2) == null ? null : TimeOfDay.ofPart(m.group(2));
      return sure(
          day.getYear(),
          day.getMonthValue(),
          day.getDayOfMonth(),
          time == null ? "" : time.endOfDay() ? "24:00" : time.time().toString());
    }
    return named(text);
  }

  private static String compactTime(Matcher m) {
    return m.group(4) == null
        ? ""
        : "T"
            + m.group(4)
            + ":"
            + m.group(5)
            + (m.group(6) == null ? "" : ":" + m.group(6))
            + m.group(7);
  }

  private static DateText named(String text) {
    Matcher m = DAY_NAME.matcher(text);
    if (m.matches() && Months.number(m.group(2)) > 0) {
      return sure(year(m.group(3)), Months.number(m.group(2)), number(m, 1), m.group(4));
    }
    m = NAME_DAY.matcher(text);
    if (m.matches() && Months.number(m.group(1)) > 0) {
      return sure(year(m.group(3)), Months.number(m.group(1)), number(m, 2), m.group(4));
    }
    m = YEAR_NAME_DAY.matcher(text);
    if (m.matches() && Months.number(m.group(2)) > 0) {
      return sure(number(m, 1), Months.number(m.group(2)), number(m, 3), m.group(4));
    }
    m = YEAR_LAST.matcher(text);
    if (m.matches()) {
      return ofPlain(m.group(1) + " " + m.group(3) + " " + m.group(2));
    }
    m = WEEKDAY.matcher(text);
    if (m.matches() && Months.isWeekday(m.group(1))) {
      return ofPlain(m.group(2));
    }
    m = TIME_FIRST.matcher(text);
    DateText date = m.matches() ? ofPlain(m.group(2)) : null;
    return date == null || !date.rest.isBlank()
        ? null
        : new DateText(date.sure, date.a, date.b, date.c, date.years, " " + m.group(1));
  }

  /** Whether nothing follows but a time: no other day, and no word such as "cancelled". */
  boolean isWhole(DateOrder order) {
    if (rest.isBlank()) {
      return true;
    }
    if (OR.matcher(rest).find()) {
      return false;
    }
    Matcher further = FURTHER_DATE.matcher(NAME_OF_ZONE.matcher(rest).replaceAll(" "));
    while (further.find()) {
      DateText other = ofPlain(further.group());
      LocalDate day = other == null ? null : other.day(order);
      if (day == null || day.isBefore(day(order)) || day.isAfter(day(order).plusDays(1))) {
        return false;
      }
    }
    return WORD.matcher(further.replaceAll(" "))
        .results()
        .map(word -> word.group().toLowerCase(Locale.ROOT))
        .allMatch(word -> PLAIN_WORDS.contains(word) || Months.isWeekday(word));
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
}
