package io.familiarface.feedback.jobs;

import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.signal.ChangeReason;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.signal.VisitCompleted;
import io.familiarface.risk.signal.VisitMissed;
import io.familiarface.risk.signal.VisitNotMade;
import io.familiarface.risk.signal.VisitNotMade.Why;
import io.familiarface.technicianchange.Permanence;
import java.time.Instant;
import java.util.UUID;

/**
 * A visit as the feed {@code jobs} tells it; null is unknown.
 *
 * @param anyTime whether nobody has said at what time of that day it is
 * @param calledOff of a missed one, whether it was clear before its day that nobody would come
 * @param nobodyCame of a missed one, false where the customer knew before its time, or was not
 *     there themself
 */
record VisitEvent(
    UUID visitId,
    String externalId,
    UUID agreementId,
    UUID customerId,
    Instant scheduledAt,
    Boolean anyTime,
    UUID technicianId,
    UUID plannedTechnicianId,
    ChangeReason changeReason,
    Permanence permanence,
    Boolean customerTold,
    Boolean introduced,
    Instant completedAt,
    Boolean onTime,
    Instant missedAt,
    Boolean calledOff,
    Boolean nobodyCame,
    long revision) {

  /** The same, of another customer. */
  VisitEvent of(UUID customer) {
    return new VisitEvent(
        visitId,
        externalId,
        agreementId,
        customer,
        scheduledAt,
        anyTime,
        technicianId,
        plannedTechnicianId,
        changeReason,
        permanence,
        customerTold,
        introduced,
        completedAt,
        onTime,
        missedAt,
        calledOff,
        nobodyCame,
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

  /**
   * Whether the customer was let down is the owner's verdict. Who is not told that a visit is off
   * waits at its time, and may still be told until then.
   */
  Signal missed() {
    boolean off = Boolean.TRUE.equals(calledOff);
    return Boolean.FALSE.equals(nobodyCame)
        ? new VisitNotMade(
            visitId, agreementId, missedAt, off ? Why.CALLED_OFF : Why.CUSTOMER_NOT_THERE)
        : new VisitMissed(visitId, agreementId, off ? scheduledAt : missedAt);
  }
}
