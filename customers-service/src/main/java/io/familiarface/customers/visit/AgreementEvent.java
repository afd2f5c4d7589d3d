package io.familiarface.customers.visit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;

/**
 * What the feed {@code jobs} tells of an agreement; fields that an event does not have are null.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record AgreementEvent(
    UUID agreementId,
    UUID customerId,
    String program,
    Instant startsAt,
    UUID technicianId,
    Instant cancelledAt,
    long revision) {

  AgreementEvent ofCustomer(UUID survivor) {
    return new AgreementEvent(
        agreementId, survivor, program, startsAt, technicianId, cancelledAt, revision);
  }
}
