package io.familiarface.jobs.agreement;

import static java.time.temporal.ChronoUnit.DAYS;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * The days on which an agreement wants a visit: an RFC 5545 recurrence rule from a first day on.
 * Days only; the time of day is the agreement's.
 */
public final class Recurrence {
  /** For the documents. */
  static final String HOW_TO_SAY =
      "A rule of RFC 5545 by days, read strictly. FREQ=MONTHLY from a 31st passes over the months"
          + " that have none, and FREQ=YEARLY from a 29 February comes in leap years only, as in"
          + " every calendar: for the last day write BYMONTHDAY=-1.";

  /** A Gregorian leap cycle short of a century: any four years have the same number of days. */
  private static final int CYCLE_YEARS = 4;

  /** A rule without end is followed so far and no further. */
  private static final int LONGEST_YEARS = 200;

  private static final int A_LIFETIME = 100;

  private final RecurrenceRule rule;
  private final LocalDate startsOn;
  private final BigDecimal intervalDays;

  private Recurrence(RecurrenceRule rule, LocalDate startsOn, BigDecimal intervalDays) {
    this.rule = rule;
    this.startsOn = startsOn;
    this.intervalDays = intervalDays;
  }

  /**
   * @throws IllegalArgumentException with a message for the caller, when the rule can't be read,
   *     goes by less than days, comes round less than twice in the four years from its first day,
   *     or ends before that day
   */
  public static Recurrence of(String rule, LocalDate startsOn) {
    RecurrenceRule parsed = RuleText.read(rule);
    List<LocalDate> cycle = tooRare(parsed) ? List.of() : cycle(parsed, startsOn);
    if (cycle.size() < 2) {
      throw new IllegalArgumentException(
          "The rule %s never comes, or less than twice within four years from %s."
              .formatted(rule, startsOn));
    }
    Recurrence recurrence = new Recurrence(parsed, startsOn, meanInterval(cycle));
    recurrence
        .endsOn()
        .filter(end -> end.isBefore(startsOn))
        .ifPresent(
            end -> {
              throw new IllegalArgumentException(
                  "The rule %s ends on %s, before its first day %s."
                      .formatted(rule, end, startsOn));
            });
    return recurrence;
  }

  /**
   * One that was found usable when the agreement was written down.
   *
   * @param intervalDays as {@link #intervalDays} answered then
   */
  static Recurrence known(String rule, LocalDate startsOn, BigDecimal intervalDays) {
    return new Recurrence(RuleText.read(rule), startsOn, intervalDays);
  }

  /** Known before any day is reckoned, for steps of millions of days are slow ones. */
  private static boolean tooRare(RecurrenceRule rule) {
    int inFourYears =
        switch (rule.getFreq()) {
          case DAILY -> CYCLE_YEARS * 366;
          case WEEKLY -> CYCLE_YEARS * 53;
          case MONTHLY -> CYCLE_YEARS * 12;
          default -> CYCLE_YEARS;
        };
    return rule.getInterval() > inFourYears;
  }

  /**
   * What a person should know who may mean something else than RFC 5545 does: that some months, or
   * most years, have no such day.
   */
  public static Optional<String> warning(String rule, LocalDate startsOn) {
    return SkippedMonths.of(RuleText.read(rule), startsOn);
  }

  /** The days of the rule from {@code from} to {@code until}, both included, in order. */
  public List<LocalDate> between(LocalDate from, LocalDate until) {
    return days(rule, startsOn, from, until);
  }

  private static List<LocalDate> days(
      RecurrenceRule rule, LocalDate startsOn, LocalDate from, LocalDate until) {
    List<LocalDate> days = new ArrayList<>();
    LocalDate end = startsOn.plusYears(LONGEST_YEARS);
    if (from.isAfter(end)) {
      return days;
    }
    try {
      collect(rule, startsOn, from, until.isAfter(end) ? end : until, days);
    } catch (IllegalArgumentException e) {
      // The library has looked at a thousand months, or whatever the rule goes by, in vain.
    }
    return days;
  }

  private static void collect(
      RecurrenceRule rule,
      LocalDate startsOn,
      LocalDate from,
      LocalDate until,
      List<LocalDate> days) {
    RecurrenceRuleIterator occurrences = rule.iterator(dateTime(startsOn));
    if (from.isAfter(startsOn)) {
      occurrences.fastForward(dateTime(from));
    }
    while (occurrences.hasNext()) {
      LocalDate day = localDate(occurrences.nextDateTime());
      if (day.isAfter(until)) {
        break;
      }
      if (!day.isBefore(from)) {
        days.add(day);
      }
    }
  }

  /**
   * The last day that the rule can ask for: what it names as its end, or the last of a number of
   * visits. Empty when it has no end, or none that anybody now living will see.
   */
  public Optional<LocalDate> endsOn() {
    if (rule.getUntil() != null) {
      return Optional.of(localDate(rule.getUntil()));
    }
    if (rule.getCount() == null) {
      return Optional.empty();
    }
    List<LocalDate> days = days(rule, startsOn, startsOn, startsOn.plusYears(A_LIFETIME));
    return days.size() < rule.getCount()
        ? Optional.empty()
        : Optional.of(days.get(days.size() - 1));
  }

  /** The mean number of days from one visit to the next: 30.44 for every month. */
  public BigDecimal intervalDays() {
    return intervalDays;
  }

  private static BigDecimal meanInterval(List<LocalDate> days) {
    long span = DAYS.between(days.get(0), days.get(days.size() - 1));
    return BigDecimal.valueOf(span)
        .divide(BigDecimal.valueOf(days.size() - 1L), 2, RoundingMode.HALF_UP);
  }

  /**
   * The day of the rule that a visit on {@code day} stands for: the nearest one, the earlier of two
   * equally near, if it lies within half an interval. A visit that has taken place stands for a day
   * yet to come only if it came close, or else an extra visit would cost the customer a regular
   * one.
   */
  public Optional<LocalDate> slotOf(LocalDate day, LocalDate today) {
    double interval = intervalDays.doubleValue();
    return between(day.minusDays(reach()), day.plusDays(reach())).stream()
        .min(
            java.util.Comparator.<LocalDate>comparingLong(slot -> distance(slot, day))
                .thenComparing(slot -> slot))
        .filter(slot -> distance(slot, day) * 2 <= interval)
        .filter(
            slot ->
                !slot.isAfter(today) || day.isAfter(today) || distance(slot, day) * 4 <= interval);
  }

  /** So many days at most lie between a visit and the day that it stands for. */
  public long reach() {
    return (long) Math.ceil(intervalDays.doubleValue() / 2);
  }

  private static long distance(LocalDate a, LocalDate b) {
    return Math.abs(DAYS.between(a, b));
  }

  /**
   * Four years of the rule from its first day on as if it had no end, since its end doesn't change
   * how often it comes. The first day may be four years after the start, if it is a 29 February.
   */
  private static List<LocalDate> cycle(RecurrenceRule rule, LocalDate startsOn) {
    RecurrenceRule endless = RuleText.read(RuleText.endless(rule.toString()));
    List<LocalDate> days = days(endless, startsOn, startsOn, startsOn.plusYears(CYCLE_YEARS));
    return days.isEmpty() || days.get(0).equals(startsOn)
        ? days
        : days(endless, startsOn, startsOn, days.get(0).plusYears(CYCLE_YEARS));
  }

  private static DateTime dateTime(LocalDate day) {
    return new DateTime(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
  }

  private static LocalDate localDate(DateTime day) {
    return LocalDate.of(day.getYear(), day.getMonth() + 1, day.getDayOfMonth());
  }
}
