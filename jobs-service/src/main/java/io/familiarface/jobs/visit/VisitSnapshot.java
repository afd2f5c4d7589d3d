package io.familiarface.jobs.visit;

import java.time.Instant;
import java.util.UUID;

/** All that another system can say of one visit, with its references resolved. */
public record VisitSnapshot(
    String externalId,
    Instant scheduledAt,
    VisitState outcome,
    UUID technicianId,
    UUID plannedTechnicianId,
    ChangeReason changeReason,
    Permanence permanence,
    Notice notice,
    Boolean onTime,
    MissedReason missedReason) {

  /** The same of a visit in another state. */
  VisitSnapshot as(VisitState state) {
    return new VisitSnapshot(
        externalId,
        scheduledAt,
        state,
        technicianId,
        plannedTechnicianId,
        changeReason,
        permanence,
        notice,
        onTime,
        missedReason);
  }
}
