package io.familiarface.feedback.complaint;

import io.familiarface.feedback.recovery.CaseStep;
import java.time.Instant;
import java.util.UUID;

/** The event {@code complaint.escalated}: what is due was not done in time. */
record CaseEscalated(
    UUID complaintId,
    UUID customerId,
    CaseStep step,
    Instant dueAt,
    Instant escalatedAt,
    long revision) {

  static CaseEscalated of(Complaint complaint) {
    return new CaseEscalated(
        complaint.id,
        complaint.customerId,
        complaint.recovery.next().step(),
        complaint.recovery.next().dueAt(),
        complaint.recovery.next().escalatedAt(),
        complaint.version);
  }
}
