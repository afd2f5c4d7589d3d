package io.familiarface.feedback.complaint;

import io.familiarface.risk.signal.Severity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A complaint, at its newest revision. */
record Complaint(
    UUID id,
    String externalId,
    UUID customerId,
    UUID visitId,
    Severity severity,
    String cause,
    String text,
    Instant receivedAt,
    Instant resolvedAt,
    Instant reopenedAt,
    Boolean customerSatisfied,
    String recordedBy,
    Instant recordedAt,
    long revision) {

  /** Whether it still asks for something. */
  @Schema(name = "ComplaintState")
  enum State {
    OPEN,
    RESOLVED
  }

  Complaint {
    receivedAt = micros(receivedAt);
    resolvedAt = micros(resolvedAt);
    reopenedAt = micros(reopenedAt);
    recordedAt = micros(recordedAt);
  }

  State state() {
    boolean settled = resolvedAt != null && (reopenedAt == null || resolvedAt.isAfter(reopenedAt));
    return settled ? State.RESOLVED : State.OPEN;
  }

  /** The same complaint told again; a new revision only where something differs. */
  Complaint replacing(Complaint before) {
    Complaint same = with(before, before.revision);
    return same.equals(before) ? before : with(before, before.revision + 1);
  }

  private Complaint with(Complaint before, long version) {
    return new Complaint(
        before.id,
        externalId,
        customerId,
        visitId,
        severity,
        cause,
        text,
        receivedAt,
        resolvedAt,
        reopenedAt,
        customerSatisfied,
        before.recordedBy,
        before.recordedAt,
        version);
  }

  private static Instant micros(Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
  }
}
