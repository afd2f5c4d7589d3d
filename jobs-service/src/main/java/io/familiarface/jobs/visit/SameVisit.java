package io.familiarface.jobs.visit;

import io.familiarface.jobs.CompanyCalendar;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A visit that another system tells of, and that was planned or written down here as well. */
final class SameVisit {
  private SameVisit() {}

  /**
   * The one of the same day, and by the same technician unless it is yet open here who came. What
   * contradicts, such as missed here and completed there, are two.
   *
   * @param unnamed visits of the same agreement that no other system has named
   */
  static Optional<Visit> of(VisitRecord told, List<Visit> unnamed, CompanyCalendar calendar) {
    LocalDate day = calendar.dayOf(told.scheduledAt());
    return unnamed.stream()
        .filter(visit -> day.equals(visit.scheduledOn()) || isCompletedOn(visit, day, calendar))
        .filter(
            visit ->
                visit.isPlanned()
                    || (visit.state() == told.outcome() && isBySame(visit, told))
                    || (told.outcome() == VisitState.PLANNED && isBySame(visit, told)))
        .min(Comparator.comparing(visit -> !isBySame(visit, told)));
  }

  private static boolean isCompletedOn(Visit visit, LocalDate day, CompanyCalendar calendar) {
    return visit.completedAt() != null && day.equals(calendar.dayOf(visit.completedAt()));
  }

  private static boolean isBySame(Visit visit, VisitRecord told) {
    return told.technicianId() == null || told.technicianId().equals(visit.technicianId());
  }

  /** What the other system tells, and where it says nothing, what was said here. */
  static VisitRecord both(Visit visit, VisitRecord told) {
    VisitRecord here = visit.record();
    boolean bySame = isBySame(visit, told);
    return new VisitRecord(
        told.externalId(),
        visit.isPlanned() ? told.scheduledAt() : here.scheduledAt(),
        visit.isPlanned() ? told.outcome() : here.outcome(),
        first(told.technicianId(), here.technicianId()),
        first(told.plannedTechnicianId(), here.plannedTechnicianId()),
        bySame ? first(told.changeReason(), here.changeReason()) : told.changeReason(),
        bySame ? first(told.permanence(), here.permanence()) : told.permanence(),
        bySame ? notice(told.notice(), here.notice()) : told.notice(),
        first(told.onTime(), here.onTime()),
        first(told.missedReason(), here.missedReason()));
  }

  private static Notice notice(Notice told, Notice here) {
    boolean saysTold = told.customerTold() != null || told.customerToldAt() != null;
    boolean saysIntroduced = told.introduced() != null || told.introducedAt() != null;
    return new Notice(
        saysTold ? told.customerTold() : here.customerTold(),
        saysTold ? told.customerToldAt() : here.customerToldAt(),
        saysIntroduced ? told.introduced() : here.introduced(),
        saysIntroduced ? told.introducedAt() : here.introducedAt());
  }

  private static <T> T first(T told, T here) {
    return told != null ? told : here;
  }
}
