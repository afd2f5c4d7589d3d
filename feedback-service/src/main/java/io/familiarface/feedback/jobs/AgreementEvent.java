package io.familiarface.feedback.jobs;

import io.familiarface.rest.Money;
import io.familiarface.risk.signal.AgreementCancelled;
import io.familiarface.risk.signal.AgreementStarted;
import io.familiarface.risk.state.AgreementState;
import java.time.Instant;
import java.util.UUID;

/** An agreement as the feed {@code jobs} tells it. */
record AgreementEvent(
    UUID agreementId,
    UUID customerId,
    String program,
    Double visitIntervalDays,
    Instant startsAt,
    Instant endsAt,
    UUID technicianId,
    Money price,
    Instant cancelledAt,
    String reason,
    long revision) {

  /** An interval that nobody can keep is none that is known. */
  AgreementEvent {
    visitIntervalDays =
        visitIntervalDays == null || !(visitIntervalDays > 0) || visitIntervalDays.isInfinite()
            ? null
            : visitIntervalDays;
  }

  /** The same, of another customer. */
  AgreementEvent of(UUID customer) {
    return new AgreementEvent(
        agreementId,
        customer,
        program,
        visitIntervalDays,
        startsAt,
        endsAt,
        technicianId,
        price,
        cancelledAt,
        reason,
        revision);
  }

  /** The customer withdrew before it began: nothing was lost, for nothing was there. */
  boolean neverBegan() {
    return cancelledAt != null && startsAt != null && cancelledAt.isBefore(startsAt);
  }

  AgreementStarted started() {
    double interval =
        visitIntervalDays == null ? AgreementState.USUAL_INTERVAL_DAYS : visitIntervalDays;
    return new AgreementStarted(agreementId, startsAt, technicianId, interval, endsAt);
  }

  AgreementCopy copy() {
    return new AgreementCopy(
        agreementId,
        customerId,
        program,
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
