package io.familiarface.feedback.followup;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The days on which the company calls, where it works. */
final class BusinessCalendar {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  private final ZoneId zone;
  private final Set<LocalDate> holidays;

  BusinessCalendar(ZoneId zone, Set<LocalDate> holidays) {
    this.zone = zone;
    this.holidays = Set.copyOf(holidays);
  }

  LocalDate dayOf(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  /** The day of an instant, as in: 3 Nov. */
  String inWords(Instant instant) {
    return DAY.format(dayOf(instant));
  }

  /** The instant at which the day of an instant began. */
  Instant today(Instant instant) {
    return dayOf(instant).atStartOfDay(zone).toInstant();
  }

  /** The instant at which the day after an instant begins. */
  Instant tomorrow(Instant instant) {
    return dayOf(instant).plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** The same time of day so many days later, whatever the clocks did meanwhile. */
  Instant later(Instant instant, int days) {
    return instant.atZone(zone).plusDays(days).toInstant();
  }

  /** The instant at which the week of an instant began: Monday, midnight. */
  Instant weekStart(Instant instant) {
    LocalDate monday = dayOf(instant).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return monday.atStartOfDay(zone).toInstant();
  }

  /**
   * How many of so many in a week are done by the end of a day, if each business day has its share;
   * in a week without any, all.
   */
  int shareOfWeek(int ofWeek, Instant instant) {
    LocalDate today = dayOf(instant);
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    List<LocalDate> days =
        monday.datesUntil(monday.plusWeeks(1)).filter(this::isBusinessDay).toList();
    if (days.isEmpty()) {
      return ofWeek;
    }
    long begun = days.stream().filter(day -> !day.isAfter(today)).count();
    return (int) ((ofWeek * begun + days.size() - 1) / days.size());
  }

  /** So many business days after the day of an instant. */
  LocalDate after(Instant instant, int businessDays) {
    return after(dayOf(instant), businessDays);
  }

  /** So many business days after a day; with none, the day itself or the next business day. */
  LocalDate after(LocalDate day, int businessDays) {
    LocalDate candidate = day;
    for (int left = businessDays; left > 0; left--) {
      candidate = onOrAfter(candidate.plusDays(1));
    }
    return onOrAfter(candidate);
  }

  /** The last business day before a day, but never before {@code earliest}. */
  LocalDate lastBefore(LocalDate day, LocalDate earliest) {
    LocalDate candidate = day.minusDays(1);
    while (!isBusinessDay(candidate) && candidate.isAfter(earliest)) {
      candidate = candidate.minusDays(1);
    }
    return candidate.isBefore(earliest) ? earliest : candidate;
  }

  boolean isBusinessDay(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !holidays.contains(day);
  }

  private LocalDate onOrAfter(LocalDate day) {
    LocalDate candidate = day;
    while (!isBusinessDay(candidate)) {
      candidate = candidate.plusDays(1);
    }
    return candidate;
  }
}
