package io.familiarface.jobs.agreement;

import io.familiarface.rest.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An agreement as the feed {@code jobs} tells it; the technician is the one at the start.
 *
 * @param endsOn the last day that the rule can ask for; null while it has no end
 * @param endsAt the end of that day
 * @param recurrenceGuessed nobody has said how often to come: it was guessed from past visits
 * @param windowMinutes for how long from its time on whoever comes to a visit may arrive; null
 *     while nobody has said it
 * @param price of a visit; null while nobody knows it, which is not the same as nothing
 * @param cancelledAt null while it runs; before {@code startsAt} if it never began
 */
record AgreementEvent(
    UUID agreementId,
    String externalId,
    UUID customerId,
    String customerExternalId,
    String program,
    String recurrence,
    boolean recurrenceGuessed,
    BigDecimal visitIntervalDays,
    LocalDate startsOn,
    Instant startsAt,
    LocalDate endsOn,
    Instant endsAt,
    Integer windowMinutes,
    UUID technicianId,
    Money price,
    Instant cancelledAt,
    long revision) {

  boolean neverBegan() {
    return cancelledAt != null && cancelledAt.isBefore(startsAt);
  }

  static AgreementEvent of(Agreement a, Instant startsAt, Instant endsAt) {
    return new AgreementEvent(
        a.id,
        a.externalId,
        a.customerId,
        a.customerExternalId,
        a.terms().program(),
        a.terms().recurrence(),
        a.recurrenceGuessed,
        a.visitIntervalDays,
        a.startsOn,
        startsAt,
        a.endsOn,
        endsAt,
        a.windowMinutes,
        a.startingTechnicianId,
        a.price(),
        a.cancelledAt,
        a.version);
  }
}
