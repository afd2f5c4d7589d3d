package io.familiarface.jobs.assignment;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** When the usual technician could come after all. */
final class UsualTechnicianReturn {
  /** Who is away for longer isn't an alternative any more. */
  static final int PATIENCE_DAYS = 60;

  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private UsualTechnicianReturn() {}

  /**
   * The first day after {@code day} on which the technician is there; a weekend only for a visit
   * that was planned for one.
   */
  static Optional<LocalDate> firstDayBack(LocalDate day, Predicate<LocalDate> isThere) {
    boolean weekends = WEEKEND.contains(day.getDayOfWeek());
    return day.plusDays(1)
        .datesUntil(day.plusDays(PATIENCE_DAYS + 1))
        .filter(candidate -> weekends || !WEEKEND.contains(candidate.getDayOfWeek()))
        .filter(isThere)
        .findFirst();
  }
}
