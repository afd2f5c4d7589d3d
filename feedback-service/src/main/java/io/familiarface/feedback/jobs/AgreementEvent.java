package io.familiarface.feedback.jobs;

import io.familiarface.feedback.risk.signal.AgreementCancelled;
import io.familiarface.feedback.risk.signal.AgreementStarted;
import java.time.Instant;
import java.util.UUID;

/** An agreement as the feed {@code jobs} tells it. */
record AgreementEvent(
    UUID agreementId,
    UUID customerId,
    Double visitIntervalDays,
    Instant startsAt,
    UUID technicianId,
    Instant cancelledAt,
    String reason,
    long revision) {

  AgreementStarted started() {
    return new AgreementStarted(agreementId, startsAt, technicianId, visitIntervalDays);
  }

  AgreementCancelled cancelled() {
    return new AgreementCancelled(agreementId, cancelledAt, reason);
  }
}
