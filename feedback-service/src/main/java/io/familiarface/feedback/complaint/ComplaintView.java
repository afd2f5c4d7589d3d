package io.familiarface.feedback.complaint;

import io.familiarface.risk.signal.Severity;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A complaint as it is read. */
@Schema(name = "Complaint")
record ComplaintView(
    UUID id,
    String externalId,
    UUID customerId,
    UUID visitId,
    Complaint.State state,
    Severity severity,
    String cause,
    String text,
    Instant receivedAt,
    Instant resolvedAt,
    Instant reopenedAt,
    Boolean customerSatisfied,
    String recordedBy,
    Instant recordedAt) {

  static ComplaintView of(Complaint complaint) {
    return new ComplaintView(
        complaint.id(),
        complaint.externalId(),
        complaint.customerId(),
        complaint.visitId(),
        complaint.state(),
        complaint.severity(),
        complaint.cause(),
        complaint.text(),
        complaint.receivedAt(),
        complaint.resolvedAt(),
        complaint.reopenedAt(),
        complaint.customerSatisfied(),
        complaint.recordedBy(),
        complaint.recordedAt());
  }
}
