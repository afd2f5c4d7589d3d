package io.familiarface.jobs.visit;

import java.util.UUID;

/** Who comes instead, why, for how long, and what the customer knows of it. */
public record TechnicianChange(
    UUID technicianId, ChangeReason reason, Permanence permanence, Notice notice) {

  public boolean isForGood() {
    return permanence == Permanence.FOR_GOOD;
  }
}
