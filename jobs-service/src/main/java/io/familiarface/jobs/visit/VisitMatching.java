package io.familiarface.jobs.visit;

import io.familiarface.jobs.CompanyCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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

  /** A visit found by its day: where the other system says nothing, what was said here. */
  static VisitSnapshot merge(Visit visit, VisitSnapshot imported) {
    return visit.isPlanned()
        ? merge(visit, imported, imported.scheduledAt(), imported.outcome(), visit.arrivedAt)
        : merge(visit, imported, visit.scheduledAt, visit.state, visit.arrivedAt);
  }

  /**
   * A visit that the other system has named before. When it was done, if somebody wrote that down
   * here, is better known than from a plan of the same day.
   */
  static VisitSnapshot mergeKnown(Visit visit, VisitSnapshot imported, CompanyCalendar calendar) {
    LocalDate day = calendar.dayOf(imported.scheduledAt());
    boolean wasWrittenDown =
        visit.completedAt != null
            && !visit.completedAt.equals(visit.scheduledAt)
            && !visit.completedAt.equals(visit.arrivedAt)
            && (day.equals(visit.scheduledOn) || isCompletedOn(visit, day, calendar));
    Instant at = wasWrittenDown ? visit.scheduledAt : imported.scheduledAt();
    // Nobody arrived at it who arrived on another day.
    Instant arrivedAt = calendar.dayOf(at).equals(visit.scheduledOn) ? visit.arrivedAt : null;
    return merge(visit, imported, at, imported.outcome(), arrivedAt);
  }

  private static VisitSnapshot merge(
      Visit visit,
      VisitSnapshot imported,
      Instant scheduledAt,
      VisitState outcome,
      Instant arrivedHere) {
    VisitSnapshot here = visit.snapshot();
    boolean sameSubstitution =
        isBySame(visit, imported)
            && (imported.plannedTechnicianId() == null
                || imported.plannedTechnicianId().equals(here.plannedTechnicianId()));
    boolean sameOutcome = visit.isPlanned() || outcome == here.outcome();
    boolean hereAlone =
        scheduledAt.equals(visit.scheduledAt) && !scheduledAt.equals(imported.scheduledAt());
    Integer windowMinutes = first(imported.windowMinutes(), here.windowMinutes());
    Instant arrivedAt = first(imported.arrivedAt(), arrivedHere);
    boolean sameArrival =
        scheduledAt.equals(visit.scheduledAt)
            && Objects.equals(windowMinutes, here.windowMinutes())
            && Objects.equals(arrivedAt, here.arrivedAt());
    // What followed from another arrival is reckoned anew.
    boolean onTimeStands = sameArrival || !Objects.equals(here.onTime(), visit.arrivedOnTime());
    return new VisitSnapshot(
        imported.externalId(),
        scheduledAt,
        hereAlone ? here.timeSaid() : imported.timeSaid(),
        windowMinutes,
        outcome,
        first(imported.technicianId(), here.technicianId()),
        first(imported.plannedTechnicianId(), here.plannedTechnicianId()),
        first(imported.changeReason(), sameSubstitution ? here.changeReason() : null),
        first(imported.permanence(), sameSubstitution ? here.permanence() : null),
        sameSubstitution ? notice(imported.notice(), here.notice()) : imported.notice(),
        arrivedAt,
        here.checklist(),
        first(imported.onTime(), sameOutcome && onTimeStands ? here.onTime() : null),
        first(imported.missedReason(), sameOutcome ? here.missedReason() : null));
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
