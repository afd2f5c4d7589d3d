package io.familiarface.standalone.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** How often somebody comes, always on the same day of the week. */
enum Cadence {
  FORTNIGHTLY(0),
  MONTHLY(1),
  QUARTERLY(3);

  private static final int DAYS_OF_A_FORTNIGHT = 14;
  private final int months;

  Cadence(int months) {
    this.months = months;
  }

  /** The first day of the rule in or after the month of that day. */
  LocalDate firstDay(LocalDate from, int week, DayOfWeek on) {
    if (this == FORTNIGHTLY) {
      return from.with(TemporalAdjusters.nextOrSame(on));
    }
    LocalDate day = dayIn(from, week, on);
    return day.isBefore(from) ? dayIn(from.plusMonths(1), week, on) : day;
  }

  /** As RFC 5545 writes it. */
  String rule(int week, DayOfWeek on) {
    String day = on.name().substring(0, 2);
    return switch (this) {
      case FORTNIGHTLY -> "FREQ=WEEKLY;INTERVAL=2;BYDAY=" + day;
      case MONTHLY -> "FREQ=MONTHLY;BYDAY=" + week + day;
      case QUARTERLY -> "FREQ=MONTHLY;INTERVAL=3;BYDAY=" + week + day;
    };
  }

  /** All days of the rule from its first to the last, included. */
  List<LocalDate> days(LocalDate first, LocalDate last, int week) {
    List<LocalDate> days = new ArrayList<>();
    LocalDate day = first;
    for (int count = 1; !day.isAfter(last); count++) {
      days.add(day);
      day =
          this == FORTNIGHTLY
              ? first.plusDays((long) count * DAYS_OF_A_FORTNIGHT)
              : dayIn(
                  first.withDayOfMonth(1).plusMonths((long) count * months),
                  week,
                  first.getDayOfWeek());
    }
    return days;
  }

  private static LocalDate dayIn(LocalDate month, int week, DayOfWeek on) {
    return month.with(TemporalAdjusters.dayOfWeekInMonth(week, on));
  }
}
