package io.familiarface.jobs.plan;

import io.familiarface.jobs.visit.ChangeReason;
import io.familiarface.jobs.visit.Permanence;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a plan is made for: somebody does not come from one day to another, or ever after.
 *
 * @param until the last day; null when they have left
 */
record PlanCause(
    UUID planId,
    PlanKind kind,
    UUID technicianId,
    LocalDate from,
    LocalDate until,
    ChangeReason reason) {

  Permanence permanence() {
    return kind == PlanKind.DEPARTURE ? Permanence.FOR_GOOD : Permanence.THIS_VISIT;
  }
}
