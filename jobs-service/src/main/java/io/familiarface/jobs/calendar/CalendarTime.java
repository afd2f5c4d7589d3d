package io.familiarface.jobs.calendar;

import io.familiarface.jobs.CompanyCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** When an entry of a calendar is. */
sealed interface CalendarTime {
  /** Some hours, for which whoever has the calendar is kept free. */
  record Hours(Instant start, Duration length) implements CalendarTime {}

  /**
   * Whole days.
   *
   * @param taken whether whoever has the calendar is kept free for them
   */
  record Days(LocalDate first, LocalDate last, boolean taken) implements CalendarTime {}

  /**
   * What is at an instant, or at some time of its day which stays free.
   *
   * @param timeSaid whether anybody has said the time
   */
  static CalendarTime of(Instant at, boolean timeSaid, Duration length, CompanyCalendar calendar) {
    LocalDate day = calendar.dayOf(at);
    return timeSaid ? new Hours(at, length) : new Days(day, day, false);
  }
}
