package io.familiarface.jobs.visit;

/** Why the technician on the plan can't be the one who comes. */
enum SubstituteNeed {
  NOBODY_ASSIGNED,
  HAS_LEFT,
  NOT_YET_HIRED,
  ABSENT,
  /** A licence by which they were chosen has ended by then. */
  LICENCE_ENDED
}
