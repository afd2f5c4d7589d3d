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
    String text,
    Instant receivedAt,
    Instant resolvedAt,
    Instant reopenedAt,
    Boolean customerSatisfied) {

  ComplaintDetails {
    receivedAt = Instants.toMicros(receivedAt);
    resolvedAt = Instants.toMicros(resolvedAt);
    reopenedAt = Instants.toMicros(reopenedAt);
  }

  ComplaintState state() {
    boolean settled = resolvedAt != null && (reopenedAt == null || resolvedAt.isAfter(reopenedAt));
    return settled ? ComplaintState.RESOLVED : ComplaintState.OPEN;
  }

  /** The newest of the instants. */
  Instant latestAt() {
    Instant latest = receivedAt;
    latest = resolvedAt != null && resolvedAt.isAfter(latest) ? resolvedAt : latest;
    return reopenedAt != null && reopenedAt.isAfter(latest) ? reopenedAt : latest;
  }
}
