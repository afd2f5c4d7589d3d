package io.familiarface.jobs.visit;

/** What became of a visit. */
public enum VisitState {
  PLANNED,
  COMPLETED,
  MISSED,
  WITHDRAWN
}
