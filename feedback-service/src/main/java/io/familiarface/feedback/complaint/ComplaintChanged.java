package io.familiarface.feedback.complaint;

import io.familiarface.risk.signal.Severity;
import java.time.Instant;
import java.util.UUID;

/** The event {@code complaint.changed}: codes and times, without her words. */
record ComplaintChanged(
    UUID complaintId,
    UUID customerId,
    Complaint.State state,
    Severity severity,
    String cause,
    Instant receivedAt,
    Instant resolvedAt,
    Instant reopenedAt,
    Boolean customerSatisfied,
    long revision) {

  static ComplaintChanged of(Complaint complaint) {
    return new ComplaintChanged(
        complaint.id(),
        complaint.customerId(),
        complaint.state(),
        complaint.severity(),
        complaint.cause(),
        complaint.receivedAt(),
        complaint.resolvedAt(),
        complaint.reopenedAt(),
        complaint.customerSatisfied(),
        complaint.revision());
  }

  /** The newest of the instants it tells of. */
  Instant at() {
    Instant latest = receivedAt;
    latest = resolvedAt != null && resolvedAt.isAfter(latest) ? resolvedAt : latest;
    return reopenedAt != null && reopenedAt.isAfter(latest) ? reopenedAt : latest;
  }
}
