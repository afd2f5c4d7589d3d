package io.familiarface.customers.visit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;

/**
 * What the feed {@code jobs} tells of a visit; fields that an event does not have are null.
 *
 * @param anyTime whether nobody has said at what time of that day it is
 * @param calledOff of a missed one, whether it was clear before its day that nobody would come
 * @param nobodyCame of a missed one, false where the customer knew before its time, or was not
 *     there
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record VisitEvent(
    UUID visitId,
    UUID agreementId,
    UUID customerId,
    Instant scheduledAt,
    Boolean anyTime,
    UUID technicianId,
    UUID plannedTechnicianId,
    String changeReason,
    String permanence,
    Boolean customerTold,
    Boolean introduced,
    Instant completedAt,
    Boolean onTime,
    Instant missedAt,
    Boolean calledOff,
    Boolean nobodyCame,
    long revision) {

  /** Who is not told that a visit is off waits at its time, and may still be told until then. */
  Instant waitedAt() {
    return Boolean.TRUE.equals(calledOff) ? scheduledAt : missedAt;
  }

  VisitEvent ofCustomer(UUID survivor) {
    return new VisitEvent(
        visitId,
        agreementId,
        survivor,
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
}
