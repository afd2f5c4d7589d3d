package io.familiarface.jobs.agreement;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.Skip;

/**
 * Tells of a rule that passes over months, or years, which have no such day. By RFC 5545 that is
 * what it says, and every calendar that reads it does the same; people mostly mean the last day.
 */
final class SkippedMonths {
  private SkippedMonths() {}

  static Optional<String> of(RecurrenceRule rule, LocalDate startsOn) {
    if (rule.hasPart(Part.BYSETPOS) || rule.getSkip() != Skip.OMIT) {
      return Optional.empty();
    }
    return rule.hasPart(Part.BYDAY) ? fifthWeekday(rule) : longMonths(rule, startsOn);
  }

  private static Optional<String> fifthWeekday(RecurrenceRule rule) {
    boolean inMonths = rule.getFreq() == Freq.MONTHLY || rule.hasPart(Part.BYMONTH);
    return inMonths && rule.getByDayPart().stream().anyMatch(day -> Math.abs(day.pos) == 5)
        ? Optional.of(
            "By RFC 5545 this rule passes over the months that have no fifth such day of the week."
                + " For the last one of each month write -1 for 5, such as BYDAY=-1FR.")
        : Optional.empty();
  }

  private static Optional<String> longMonths(RecurrenceRule rule, LocalDate startsOn) {
    List<Integer> months = months(rule, startsOn);
    int shortest =
        months.stream().mapToInt(month -> Month.of(month).minLength()).min().orElseThrow();
    return days(rule, startsOn).map(Math::abs).filter(day -> day > shortest).max().stream()
        .mapToObj(day -> words(day, months))
        .findFirst();
  }

  private static IntStream days(RecurrenceRule rule, LocalDate startsOn) {
    if (rule.hasPart(Part.BYMONTHDAY)) {
      return rule.getByPart(Part.BYMONTHDAY).stream().mapToInt(Integer::intValue);
    }
    boolean goesByItsFirstDay =
        (rule.getFreq() == Freq.MONTHLY || rule.getFreq() == Freq.YEARLY)
            && !rule.hasPart(Part.BYYEARDAY)
            && !rule.hasPart(Part.BYWEEKNO);
    return goesByItsFirstDay ? IntStream.of(startsOn.getDayOfMonth()) : IntStream.empty();
  }

  private static List<Integer> months(RecurrenceRule rule, LocalDate startsOn) {
    if (rule.hasPart(Part.BYMONTH)) {
      return rule.getByPart(Part.BYMONTH).stream().map(month -> month + 1).toList();
    }
    return rule.getFreq() == Freq.YEARLY && !rule.hasPart(Part.BYMONTHDAY)
        ? List.of(startsOn.getMonthValue())
        : IntStream.rangeClosed(1, 12).boxed().toList();
  }

  private static String words(int day, List<Integer> months) {
    return months.equals(List.of(2)) && day == 29
        ? "By RFC 5545 this rule comes in leap years only. For the last day of each February write"
            + " FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1."
        : "By RFC 5545 this rule passes over the months of fewer than %d days. For the last day of"
                .formatted(day)
            + " each month write BYMONTHDAY=-1.";
  }
}
