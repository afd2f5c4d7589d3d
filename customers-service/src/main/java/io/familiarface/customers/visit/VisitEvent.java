package io.familiarface.customers.visit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;

/** What the feed {@code jobs} tells of a visit; fields that an event does not have are null. */
@JsonIgnoreProperties(ignoreUnknown = true)
record VisitEvent(
    UUID visitId,
    UUID agreementId,
    UUID customerId,
    Instant scheduledAt,
    UUID technicianId,
    UUID plannedTechnicianId,
    String changeReason,
    String permanence,
    Boolean customerTold,
    Boolean introduced,
    Instant completedAt,
    Boolean onTime,
    Instant missedAt,
    Boolean nobodyCame,
    long revision) {

  VisitEvent ofCustomer(UUID survivor) {
    return new VisitEvent(
        visitId,
        agreementId,
        survivor,
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
        nobodyCame,
        revision);
  }
}
