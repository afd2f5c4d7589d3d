package io.familiarface.jobs.notice;

import io.familiarface.jobs.visit.Permanence;
import java.util.Locale;

/** What a customer is told of; each has words of its own. */
enum NoticeKind {
  /** We do not come. */
  OFF,
  /** Nobody is to come as yet, or somebody who is gone by then. */
  NOBODY,
  /** A step of a project moves, or another one comes to it. */
  STEP,
  /** Somebody else comes from now on. */
  HAND_OVER,
  /** It is at another time, whoever comes. */
  MOVE,
  /** It is within another window than was said. */
  WINDOW,
  /** They meet whoever comes at another time than they were told, or do not. */
  MEETING,
  /** Somebody else comes this once. */
  CHANGE;

  static NoticeKind of(NoticeRow notice) {
    if (notice.projectId() != null) {
      return STEP;
    }
    if (notice.calledOff()) {
      return OFF;
    }
    if (notice.technicianId() == null || notice.technicianLeft()) {
      return NOBODY;
    }
    if (notice.isOtherTechnician() && notice.permanence() == Permanence.FOR_GOOD) {
      return HAND_OVER;
    }
    if (notice.isMoved()) {
      return MOVE;
    }
    if (notice.isOtherTechnician()) {
      return CHANGE;
    }
    if (notice.isOtherWindow()) {
      return WINDOW;
    }
    return notice.isOtherMeeting() ? MEETING : CHANGE;
  }

  /** As configuration names it: "hand-over". */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
