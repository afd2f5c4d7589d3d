package io.familiarface.jobs.plan;

/** Why visits have to be planned anew. */
enum PlanKind {
  ABSENCE,
  DEPARTURE
}
