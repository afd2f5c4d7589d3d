package io.familiarface.jobs.notice;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.visit.Telling;
import io.familiarface.jobs.visit.Visit;
import io.familiarface.jobs.visit.VisitSnapshot;
import io.familiarface.jobs.visit.VisitState;
import java.util.Objects;

/** What a change of a visit means to a customer who has not been told of it. */
enum NoticeNeed {
  NONE,
  /** Somebody else comes, or at another time or window: the customer has to be told. */
  TELL,
  /** We do not come, and they expect somebody. */
  OFF,
  /** It is as agreed again: to be told only where the customer knows otherwise. */
  TAKE_BACK,
  /** The customer has been told. */
  TOLD,
  /** It is when the customer asked for it to be; the rest of what they have to be told stays. */
  ASKED,
  /** Nobody is to come any more. */
  DROP;

  /**
   * By what the visit was and is.
   *
   * @param before null for one just made
   * @param telling what the customer knows of the change as it is made
   */
  static NoticeNeed of(
      VisitSnapshot before, Visit visit, Telling telling, CompanyCalendar calendar) {
    if (visit.state() == VisitState.WITHDRAWN) {
      return DROP;
    }
    if (visit.state() != VisitState.PLANNED && !visit.isMissedByUs()) {
      // Done, or missed, before its time, there is nothing left to tell; later it stays that nobody
      // had told them, but not that we would not come.
      boolean wasOff = before != null && before.isMissedByUs();
      return wasOff || !visit.isDue(calendar) ? DROP : NONE;
    }
    if (!visit.isAhead(calendar)) {
      return NONE;
    }
    if (visit.isMissedByUs()) {
      return before != null && before.isMissedByUs() ? NONE : OFF;
    }
    boolean told = Boolean.TRUE.equals(visit.notice().toldBefore(visit.scheduledAt()));
    boolean substitution =
        visit.plannedTechnicianId() != null
            && !Objects.equals(visit.technicianId(), visit.plannedTechnicianId());
    if (before == null || before.outcome() != VisitState.PLANNED) {
      return substitution && !told ? TELL : NONE;
    }
    boolean other = !Objects.equals(before.technicianId(), visit.technicianId());
    boolean moved = isMoved(before, visit, calendar);
    if (!other && !moved) {
      return telling.isTold() || told && !before.notice().equals(visit.notice()) ? TOLD : NONE;
    }
    if (telling.isTold()) {
      return TOLD;
    }
    if (moved && !telling.askedForTime()) {
      return TELL;
    }
    if (!other) {
      return ASKED;
    }
    if (told) {
      return TOLD;
    }
    // Who was told of somebody else does not know that it is as agreed again.
    boolean knewOther = Boolean.TRUE.equals(before.notice().toldBefore(before.scheduledAt()));
    return substitution || knewOther ? TELL : TAKE_BACK;
  }

  /**
   * Whether it is at another time than it was, or within another window than was said. Where nobody
   * has said a time, it is another one on another day.
   */
  static boolean isMoved(VisitSnapshot before, Visit visit, CompanyCalendar calendar) {
    boolean sameTime =
        before.timeSaid()
            ? before.scheduledAt().equals(visit.scheduledAt())
            : calendar.dayOf(before.scheduledAt()).equals(visit.scheduledOn());
    return !sameTime
        || before.timeSaid() != visit.timeSaid()
        || before.windowMinutes() != null && !before.windowMinutes().equals(visit.windowMinutes());
  }
}
