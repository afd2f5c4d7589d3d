package io.familiarface.feedback.complaint;

import io.familiarface.feedback.recovery.CaseState;
import io.familiarface.risk.signal.Severity;
import java.time.Instant;
import java.util.UUID;

/** The event {@code complaint.changed}: codes and times, without the words. */
record ComplaintChanged(
    UUID complaintId,
    UUID customerId,
    UUID visitId,
    CaseState state,
    int round,
    Severity severity,
    String cause,
    Instant receivedAt,
    Instant resolvedAt,
    Instant reopenedAt,
    Boolean customerSatisfied,
    String invoice,
    long revision) {

  static ComplaintChanged of(Complaint complaint) {
    ComplaintDetails details = complaint.details;
    return new ComplaintChanged(
        complaint.id,
        complaint.customerId,
        details.visitId(),
        complaint.recovery.state(),
        complaint.recovery.round(),
        details.severity(),
        details.cause(),
        details.receivedAt(),
        details.resolvedAt(),
        details.reopenedAt(),
        details.satisfiedInTheEnd(),
        complaint.recovery.remedy() == null ? null : complaint.recovery.remedy().invoice(),
        complaint.version);
  }
}
