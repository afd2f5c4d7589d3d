package io.familiarface.jobs.visit;

import io.familiarface.jobs.CompanyCalendar;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A visit that another system names, and that was planned or written down here as well. */
final class VisitMatching {
  private VisitMatching() {}

  /**
   * The one of the same day, and by the same technician unless it is yet open here who came. What
   * contradicts, such as missed here and completed there, are two.
   *
   * @param unnamed visits of the same agreement that no other system has named
   */
  static Optional<Visit> find(
      VisitSnapshot imported, List<Visit> unnamed, CompanyCalendar calendar) {
    LocalDate day = calendar.dayOf(imported.scheduledAt());
    return unnamed.stream()
        .filter(visit -> day.equals(visit.scheduledOn) || isCompletedOn(visit, day, calendar))
        .filter(
            visit ->
                visit.isPlanned()
                    || (visit.state == imported.outcome() && isBySame(visit, imported))
                    || (imported.outcome() == VisitState.PLANNED && isBySame(visit, imported)))
        .min(Comparator.comparing(visit -> !isBySame(visit, imported)));
  }

  private static boolean isCompletedOn(Visit visit, LocalDate day, CompanyCalendar calendar) {
    return visit.completedAt != null && day.equals(calendar.dayOf(visit.completedAt));
  }

  private static boolean isBySame(Visit visit, VisitSnapshot imported) {
    return imported.technicianId() == null || imported.technicianId().equals(visit.technicianId);
  }

  /** What the other system says, and where it says nothing, what was said here. */
  static VisitSnapshot merge(Visit visit, VisitSnapshot imported) {
    VisitSnapshot here = visit.snapshot();
    boolean bySame = isBySame(visit, imported);
    return new VisitSnapshot(
        imported.externalId(),
        visit.isPlanned() ? imported.scheduledAt() : here.scheduledAt(),
        visit.isPlanned() ? imported.outcome() : here.outcome(),
        first(imported.technicianId(), here.technicianId()),
        first(imported.plannedTechnicianId(), here.plannedTechnicianId()),
        bySame ? first(imported.changeReason(), here.changeReason()) : imported.changeReason(),
        bySame ? first(imported.permanence(), here.permanence()) : imported.permanence(),
        bySame ? notice(imported.notice(), here.notice()) : imported.notice(),
        first(imported.onTime(), here.onTime()),
        first(imported.missedReason(), here.missedReason()));
  }

  private static Notice notice(Notice imported, Notice here) {
    boolean saysTold = imported.customerTold() != null || imported.customerToldAt() != null;
    boolean saysIntroduced = imported.introduced() != null || imported.introducedAt() != null;
    return new Notice(
        saysTold ? imported.customerTold() : here.customerTold(),
        saysTold ? imported.customerToldAt() : here.customerToldAt(),
        saysIntroduced ? imported.introduced() : here.introduced(),
        saysIntroduced ? imported.introducedAt() : here.introducedAt());
  }

  private static <T> T first(T imported, T here) {
    return imported != null ? imported : here;
  }
}
