package io.familiarface.jobs.notice;

import io.familiarface.jobs.visit.Visit;
import io.familiarface.jobs.visit.VisitSnapshot;
import io.familiarface.jobs.visit.VisitState;
import java.time.Instant;
import java.util.Objects;

/** What a change of a visit means to a customer who has not been told of it. */
enum NoticeNeed {
  NONE,
  /** Somebody else comes, or at another time: the customer has to be told. */
  TELL,
  /** It is as agreed again: to be told only where the customer knows otherwise. */
  TAKE_BACK,
  /** The customer has been told. */
  TOLD,
  /** Nobody comes any more. */
  DROP;

  /**
   * By what the visit was and is.
   *
   * @param before null for one just made
   */
  static NoticeNeed of(VisitSnapshot before, Visit visit, Instant now) {
    if (visit.state() == VisitState.WITHDRAWN) {
      return DROP;
    }
    if (visit.state() != VisitState.PLANNED || !visit.scheduledAt().isAfter(now)) {
      return NONE;
    }
    boolean told = Boolean.TRUE.equals(visit.notice().toldBefore(visit.scheduledAt()));
    boolean substitution =
        visit.plannedTechnicianId() != null
            && !Objects.equals(visit.technicianId(), visit.plannedTechnicianId());
    if (before == null || before.outcome() != VisitState.PLANNED) {
      return substitution && !told ? TELL : NONE;
    }
    boolean other = !Objects.equals(before.technicianId(), visit.technicianId());
    boolean moved = !before.scheduledAt().equals(visit.scheduledAt());
    if (!other && !moved) {
      return told && !before.notice().equals(visit.notice()) ? TOLD : NONE;
    }
    if (moved) {
      return TELL;
    }
    if (told) {
      return TOLD;
    }
    // Who was told of somebody else does not know that it is as agreed again.
    boolean knewOther = Boolean.TRUE.equals(before.notice().toldBefore(before.scheduledAt()));
    return substitution || knewOther ? TELL : TAKE_BACK;
  }
}
