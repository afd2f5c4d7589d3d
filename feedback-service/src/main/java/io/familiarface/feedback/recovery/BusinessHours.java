package io.familiarface.feedback.recovery;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * When the company is there, in its own time zone: Monday to Friday from one hour to another, but
 * for holidays. An hour that a change to or from daylight-saving time takes away or gives is worked
 * or not as the clock on the wall says.
 */
public record BusinessHours(
    ZoneId zone, LocalTime opensAt, LocalTime closesAt, Set<LocalDate> holidays) {
  /** So many days in a row may be holidays; a calendar that has more is a slip of the pen. */
  private static final int LONGEST_BREAK = 366;

  public BusinessHours {
    holidays = Set.copyOf(holidays);
    if (!opensAt.isBefore(closesAt)) {
      throw new IllegalArgumentException(
          "The business day must end after it begins, but is " + opensAt + " to " + closesAt);
    }
  }

  /**
   * The instant at which so much working time has passed.
   *
   * @param from may be at night or on a holiday: the time runs from the next opening
   * @param workingTime not negative
   */
  public Instant after(Instant from, Duration workingTime) {
    ZonedDateTime now = from.atZone(zone);
    LocalDate day = now.toLocalDate();
    ZonedDateTime start = later(now, at(day, opensAt));
    Duration left = workingTime;
    int idle = 0;
    while (true) {
      if (isBusinessDay(day)) {
        idle = 0;
        Duration today = Duration.between(start, at(day, closesAt));
        if (!today.isNegative() && left.compareTo(today) <= 0) {
          return start.plus(left).toInstant();
        }
        left = today.isNegative() ? left : left.minus(today);
      } else if (++idle > LONGEST_BREAK) {
        throw new IllegalStateException("There is no business day after " + from);
      }
      day = day.plusDays(1);
      start = at(day, opensAt);
    }
  }

  private boolean isBusinessDay(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !holidays.contains(day);
  }

  private ZonedDateTime at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(zone);
  }

  private static ZonedDateTime later(ZonedDateTime one, ZonedDateTime other) {
    return one.isAfter(other) ? one : other;
  }
}
