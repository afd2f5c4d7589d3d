package io.familiarface.jobs.visit;

/** Why the technician on the plan can't be the one who comes. */
enum SubstituteNeed {
  NOBODY_ASSIGNED,
  HAS_LEFT,
  NOT_YET_HIRED,
  ABSENT,
  /** None of their skills may be used any more by then. */
  LICENCE_ENDED
}
