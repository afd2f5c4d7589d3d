package io.familiarface.customers.decision;

import io.familiarface.technicianchange.VisitOutcome;

/**
 * What the coming of somebody other than the usual technician does to "I will be yours". The names
 * are part of the API.
 */
public enum Effect {
  /** A technician change: the promise is broken. */
  STRANGER_CAME(VisitOutcome.TECHNICIAN_CHANGE),
  /** For good, told of and introduced before the visit: the promise is released. */
  HANDED_OVER(VisitOutcome.HANDED_OVER),
  /** The customer asked for another technician for good: the promise is released. */
  WANTED_FOR_GOOD(VisitOutcome.REQUESTED_FOR_GOOD),
  /** The customer asked for another technician this once: nothing happens to the promise. */
  WANTED_ONCE(VisitOutcome.REQUESTED_ONCE);

  private final VisitOutcome outcome;

  Effect(VisitOutcome outcome) {
    this.outcome = outcome;
  }

  /** Null for a visit by the usual technician. */
  public static Effect of(VisitOutcome outcome) {
    for (Effect effect : values()) {
      if (effect.outcome == outcome) {
        return effect;
      }
    }
    return null;
  }

  boolean breaks() {
    return outcome.isTechnicianChange();
  }

  boolean releases() {
    return outcome.releasesPromise();
  }
}
