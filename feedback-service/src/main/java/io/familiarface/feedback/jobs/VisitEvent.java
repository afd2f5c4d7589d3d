package io.familiarface.feedback.jobs;

import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.signal.ChangeReason;
import io.familiarface.risk.signal.VisitCompleted;
import io.familiarface.risk.signal.VisitMissed;
import io.familiarface.technicianchange.Permanence;
import java.time.Instant;
import java.util.UUID;

/** A visit as the feed {@code jobs} tells it; null is unknown. */
record VisitEvent(
    UUID visitId,
    String externalId,
    UUID agreementId,
    UUID customerId,
    Instant scheduledAt,
    UUID technicianId,
    UUID plannedTechnicianId,
    ChangeReason changeReason,
    Permanence permanence,
    Boolean customerTold,
    Boolean introduced,
    Instant completedAt,
    Boolean onTime,
    Instant missedAt,
    long revision) {

  /** The same, of another customer. */
  VisitEvent of(UUID customer) {
    return new VisitEvent(
        visitId,
        externalId,
        agreementId,
        customer,
        scheduledAt,
        technicianId,
        plannedTechnicianId,
        changeReason,
        permanence,
        customerTold,
        introduced,
        completedAt,
        onTime,
        missedAt,
        revision);
  }

  VisitCompleted completed() {
    return new VisitCompleted(
        visitId,
        agreementId,
        completedAt,
        technicianId,
        plannedTechnicianId,
        changeReason,
        permanence,
        Answer.of(customerTold),
        Answer.of(introduced),
        Answer.of(onTime));
  }

  VisitMissed missed() {
    return new VisitMissed(visitId, agreementId, missedAt);
  }
}
