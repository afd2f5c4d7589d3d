package io.familiarface.feedback.complaint;

import io.familiarface.rest.time.Instants;
import io.familiarface.risk.signal.Severity;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;

/**
 * What of a complaint can be corrected.
 *
 * @param customerSatisfied whether the customer says so; null is not known
 */
@Embeddable
record ComplaintDetails(
    UUID visitId,
    @Enumerated(EnumType.STRING) Severity severity,
    String cause,
    String words,
    Instant receivedAt,
    Instant resolvedAt,
    Instant reopenedAt,
    Boolean customerSatisfied) {

  ComplaintDetails {
    receivedAt = Instants.toMicros(receivedAt);
    resolvedAt = Instants.toMicros(resolvedAt);
    reopenedAt = Instants.toMicros(reopenedAt);
  }

  /** Whether it was settled, and has not come back since. */
  boolean isSettled() {
    return isSettled(resolvedAt, reopenedAt);
  }

  static boolean isSettled(Instant resolvedAt, Instant reopenedAt) {
    return resolvedAt != null && (reopenedAt == null || resolvedAt.isAfter(reopenedAt));
  }

  /** How it ended, for the customer; null while it has not, or nobody knows. */
  Boolean satisfiedInTheEnd() {
    return isSettled() ? customerSatisfied : null;
  }

  /** This, but settled or come back as the other is. */
  ComplaintDetails settledAs(ComplaintDetails other) {
    return new ComplaintDetails(
        visitId,
        severity,
        cause,
        words,
        receivedAt,
        other.resolvedAt,
        other.reopenedAt,
        other.customerSatisfied);
  }

  ComplaintDetails corrected(Severity newSeverity, String newCause) {
    return new ComplaintDetails(
        visitId,
        newSeverity,
        newCause,
        words,
        receivedAt,
        resolvedAt,
        reopenedAt,
        customerSatisfied);
  }

  ComplaintDetails settled(Instant at, Boolean satisfied) {
    return new ComplaintDetails(
        visitId, severity, cause, words, receivedAt, at, reopenedAt, satisfied);
  }

  ComplaintDetails reopened(Instant at) {
    return new ComplaintDetails(visitId, severity, cause, words, receivedAt, resolvedAt, at, null);
  }

  /** The newest of the instants. */
  Instant latestAt() {
    Instant latest = receivedAt;
    latest = resolvedAt != null && resolvedAt.isAfter(latest) ? resolvedAt : latest;
    return reopenedAt != null && reopenedAt.isAfter(latest) ? reopenedAt : latest;
  }
}
