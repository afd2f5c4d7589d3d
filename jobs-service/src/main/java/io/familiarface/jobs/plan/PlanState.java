package io.familiarface.jobs.plan;

/** How far a plan has come. */
enum PlanState {
  SOLVING,
  PROPOSED,
  ACCEPTED,
  REFUSED,
  /** Visits have changed since, or what it was made for no longer is. */
  STALE
}
