package io.familiarface.feedback.jobs;

import io.familiarface.rest.Money;
import io.familiarface.risk.signal.AgreementCancelled;
import io.familiarface.risk.signal.AgreementStarted;
import java.time.Instant;
import java.util.UUID;

/** An agreement as the feed {@code jobs} tells it. */
record AgreementEvent(
    UUID agreementId,
    UUID customerId,
    Double visitIntervalDays,
    Instant startsAt,
    Instant endsAt,
    UUID technicianId,
    Money price,
    Instant cancelledAt,
    String reason,
    long revision) {

  AgreementStarted started() {
    return new AgreementStarted(agreementId, startsAt, technicianId, visitIntervalDays, endsAt);
  }

  AgreementCopy copy() {
    return new AgreementCopy(
        agreementId,
        customerId,
        visitIntervalDays,
        startsAt,
        endsAt,
        price == null ? null : price.amount(),
        price == null ? null : price.currency(),
        revision);
  }

  AgreementCopy.Cancelled end() {
    return new AgreementCopy.Cancelled(agreementId, customerId, cancelledAt, revision);
  }

  AgreementCancelled cancelled() {
    return new AgreementCancelled(agreementId, cancelledAt, reason);
  }
}
