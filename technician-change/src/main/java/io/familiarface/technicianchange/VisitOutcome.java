package io.familiarface.technicianchange;

/** What a completed visit was to the customer, by who came. */
public enum VisitOutcome {
  /** The usual technician came; the return of the usual one too, whoever was planned. */
  BY_USUAL,
  /** For good, told of and introduced, both before the visit: a good hand-over is no change. */
  HANDED_OVER,
  /** The customer wanted somebody else for good. */
  REQUESTED_FOR_GOOD,
  /** The customer wanted somebody else this once, or did not say for how long. */
  REQUESTED_ONCE,
  /** Somebody else came: a technician change. */
  TECHNICIAN_CHANGE;

  public boolean isTechnicianChange() {
    return this == TECHNICIAN_CHANGE;
  }

  /** Whether somebody other than the usual technician came, for whatever reason. */
  public boolean isSubstitution() {
    return this != BY_USUAL;
  }

  /** Whether it ends "I will be your technician" without breaking it. */
  public boolean releasesPromise() {
    return this == HANDED_OVER || this == REQUESTED_FOR_GOOD;
  }
}
