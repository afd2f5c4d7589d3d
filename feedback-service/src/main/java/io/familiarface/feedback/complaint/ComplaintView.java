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
    ComplaintState state,
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
    ComplaintDetails details = complaint.details;
    return new ComplaintView(
        complaint.id,
        complaint.externalId,
        complaint.customerId,
        details.visitId(),
        complaint.state,
        details.severity(),
        details.cause(),
        details.text(),
        details.receivedAt(),
        details.resolvedAt(),
        details.reopenedAt(),
        details.customerSatisfied(),
        complaint.recordedBy,
        complaint.recordedAt);
  }
}
