package io.familiarface.jobs.visit;

import io.familiarface.technicianchange.CompletedVisit;
import java.time.Instant;
import java.util.UUID;

/** Who comes instead, why, for how long, and what the customer knows of it. */
public record Substitution(
    UUID technicianId, ChangeReason reason, Permanence permanence, Notice notice) {

  /**
   * As the one rule of technician changes reads it.
   *
   * @param planned whom the agreement would have sent
   * @param at when it takes place
   */
  public CompletedVisit<UUID> asCompleted(UUID planned, Instant at) {
    return new CompletedVisit<>(
        technicianId,
        planned,
        reason != null,
        reason == ChangeReason.CUSTOMER_REQUEST,
        permanence == null
            ? io.familiarface.technicianchange.Permanence.UNKNOWN
            : permanence.asRule(),
        Boolean.TRUE.equals(notice.toldBefore(at)),
        Boolean.TRUE.equals(notice.introducedBefore(at)));
  }
}
