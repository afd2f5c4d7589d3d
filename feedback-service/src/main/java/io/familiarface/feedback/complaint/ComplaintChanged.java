package io.familiarface.feedback.complaint;

import io.familiarface.risk.signal.Severity;
import java.time.Instant;
import java.util.UUID;

/** The event {@code complaint.changed}: codes and times, without the words. */
record ComplaintChanged(
    UUID complaintId,
    UUID customerId,
    ComplaintState state,
    Severity severity,
    String cause,
    Instant receivedAt,
    Instant resolvedAt,
    Instant reopenedAt,
    Boolean customerSatisfied,
    long revision) {

  static ComplaintChanged of(Complaint complaint) {
    ComplaintDetails details = complaint.details;
    return new ComplaintChanged(
        complaint.id,
        complaint.customerId,
        complaint.state,
        details.severity(),
        details.cause(),
        details.receivedAt(),
        details.resolvedAt(),
        details.reopenedAt(),
        details.customerSatisfied(),
        complaint.version);
  }
}
