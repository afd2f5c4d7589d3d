package io.familiarface.jobs.agreement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** An agreement as the feed {@code jobs} tells it; the technician is the one at the start. */
record AgreementFact(
    UUID agreementId,
    String externalId,
    UUID customerId,
    String customerExternalId,
    String program,
    String recurrence,
    BigDecimal visitIntervalDays,
    LocalDate startsOn,
    Instant startsAt,
    UUID technicianId,
    long revision) {

  static AgreementFact of(Agreement a, Instant startsAt) {
    return new AgreementFact(
        a.id(),
        a.externalId(),
        a.customerId(),
        a.customerExternalId(),
        a.terms().program(),
        a.terms().recurrence(),
        a.visitIntervalDays(),
        a.startsOn(),
        startsAt,
        a.startingTechnicianId(),
        a.version());
  }
}
