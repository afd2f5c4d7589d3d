package io.familiarface.customers.visit;

enum VisitState {
  PLANNED,
  COMPLETED,
  MISSED,
  /** The slot is gone, or what was said of it has been taken back. */
  WITHDRAWN
}
