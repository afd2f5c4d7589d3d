package io.familiarface.jobs.agreement;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;

/**
 * The text of a recurrence rule, read strictly: what RFC 5545 has no word for is refused with its
 * reason, and nothing is passed over. The library alone would overlook a comma at the end or read a
 * 31 February.
 */
final class RuleText {
  private static final String HOW = "Write a rule of RFC 5545 by days, such as FREQ=MONTHLY";
  private static final DateTimeFormatter UNTIL =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

  private static final Pattern END =
      Pattern.compile(";?(COUNT|UNTIL)=[^;]*", Pattern.CASE_INSENSITIVE);

  private RuleText() {}

  /** What a rule may say, how each is written, and how to tell somebody who wrote it otherwise. */
  private enum Part {
    FREQ("DAILY|WEEKLY|MONTHLY|YEARLY", "DAILY, WEEKLY, MONTHLY or YEARLY, for visits go by days"),
    INTERVAL("0*[1-9]\\d{0,8}", "a whole number from 1"),
    COUNT("0*[1-9]\\d{0,8}", "the number of visits, from 1 to 999999999"),
    UNTIL("\\d{8}", "a day that is in the calendar, without a time, such as 20271231"),
    BYMONTH(list("0?[1-9]|1[0-2]"), "months from 1 to 12, such as 3,9"),
    BYMONTHDAY(
        list("[+-]?(0?[1-9]|[12]\\d|3[01])"),
        "days from 1 to 31, or -1 for the last, -2 and so on"),
    BYDAY(
        list("([+-]?(0?[1-9]|[1-4]\\d|5[0-3]))?(MO|TU|WE|TH|FR|SA|SU)"),
        "days of the week such as MO,TH, or 2TU for the second Tuesday, -1FR for the last Friday"),
    BYYEARDAY(
        list("[+-]?(0{0,2}[1-9]|0?[1-9]\\d|[12]\\d\\d|3[0-5]\\d|36[0-6])"), "days from 1 to 366"),
    BYWEEKNO(list("[+-]?(0?[1-9]|[1-4]\\d|5[0-3])"), "weeks of the year from 1 to 53"),
    BYSETPOS(
        list("[+-]?(0{0,2}[1-9]|0?[1-9]\\d|[12]\\d\\d|3[0-5]\\d|36[0-6])"),
        "places from 1 to 366, or -1 for the last"),
    WKST("MO|TU|WE|TH|FR|SA|SU", "the day on which a week starts, such as MO"),
    RSCALE("GREGORIAN", "GREGORIAN, the only calendar that we reckon by"),
    SKIP("OMIT|BACKWARD|FORWARD", "OMIT, BACKWARD or FORWARD");

    private final Pattern name = Pattern.compile(name(), Pattern.CASE_INSENSITIVE);
    private final Pattern written;
    private final String words;

    Part(String written, String words) {
      this.written = Pattern.compile(written, Pattern.CASE_INSENSITIVE);
      this.words = words;
    }

    private static String list(String item) {
      return "(%s)(,(%s))*".formatted(item, item);
    }
  }

  /**
   * @throws IllegalArgumentException with a message for the caller
   */
  static RecurrenceRule read(String text) {
    Set<Part> seen = EnumSet.noneOf(Part.class);
    for (String part : text.split(";", -1)) {
      read(part, seen);
    }
    if (!seen.contains(Part.FREQ)) {
      throw new IllegalArgumentException("The rule doesn't say FREQ. " + HOW + '.');
    }
    if (seen.contains(Part.SKIP) && !seen.contains(Part.RSCALE)) {
      throw new IllegalArgumentException("SKIP goes with RSCALE=GREGORIAN only, by RFC 7529.");
    }
    try {
      return new RecurrenceRule(text, RfcMode.RFC5545_STRICT);
    } catch (InvalidRecurrenceRuleException e) {
      throw new IllegalArgumentException("RFC 5545 has no such rule: " + e.getMessage(), e);
    }
  }

  /** The rule without its end. */
  static String endless(String rule) {
    return END.matcher(rule).replaceAll("").replaceFirst("^;", "");
  }

  /** The rule with this last day instead of its end. */
  static String endingOn(String rule, LocalDate lastDay) {
    return endless(rule) + ";UNTIL=" + UNTIL.format(lastDay);
  }

  private static void read(String text, Set<Part> seen) {
    int equals = text.indexOf('=');
    String name = text.substring(0, Math.max(equals, 0));
    Part part =
        EnumSet.allOf(Part.class).stream()
            .filter(known -> known.name.matcher(name).matches())
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(unknown(text)));
    String value = text.substring(equals + 1);
    if (!part.written.matcher(value).matches() || (part == Part.UNTIL && !isDay(value))) {
      throw new IllegalArgumentException(
          "%s=%s can't be read. %1$s is %s.".formatted(part, value, part.words));
    }
    if (!seen.add(part)) {
      throw new IllegalArgumentException("The rule says %s twice. Say it once.".formatted(part));
    }
  }

  private static String unknown(String part) {
    if (part.toUpperCase(Locale.ROOT).startsWith("RRULE:")) {
      return "Leave out RRULE: and begin with FREQ.";
    }
    return Pattern.matches("(?i)BY(HOUR|MINUTE|SECOND)=.*", part)
        ? "%s can't be said here, for visits go by days: give the time of day as visitAt."
            .formatted(part)
        : "'%s' is no part of a rule. %s;INTERVAL=3.".formatted(part, HOW);
  }

  private static boolean isDay(String text) {
    try {
      LocalDate.parse(text, UNTIL);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
