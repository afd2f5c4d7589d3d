package io.familiarface.jobs.assignment;

import io.familiarface.jobs.technician.Absence;
import io.familiarface.jobs.technician.Technician;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** When the usual technician could come after all. */
final class WaitingForUsual {
  /** Who is away for longer isn't an alternative any more. */
  private static final int PATIENCE_DAYS = 60;

  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private WaitingForUsual() {}

  /**
   * The first day after {@code day} on which the technician is there and still employed; a weekend
   * only for a visit that was planned for one.
   */
  static Optional<LocalDate> firstDayBack(Technician usual, List<Absence> absences, LocalDate day) {
    boolean weekends = WEEKEND.contains(day.getDayOfWeek());
    return day.plusDays(1)
        .datesUntil(day.plusDays(PATIENCE_DAYS))
        .filter(candidate -> weekends || !WEEKEND.contains(candidate.getDayOfWeek()))
        .filter(usual::isEmployedOn)
        .filter(candidate -> absences.stream().noneMatch(absence -> absence.covers(candidate)))
        .findFirst();
  }
}
