package io.familiarface.feedback.complaint;

import io.familiarface.feedback.recovery.Remedy;
import io.familiarface.feedback.recovery.RemedyKind;
import io.familiarface.rest.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * The event {@code remedy.delivered}: what accounting makes a credit of.
 *
 * @param amount null where nothing is to be credited: what it is worth to do it again is no money
 * @param invoice the number of the invoice that it is about; null if none was named
 */
record RemedyDelivered(
    UUID complaintId,
    UUID customerId,
    UUID visitId,
    int round,
    RemedyKind kind,
    Money amount,
    String invoice,
    Instant deliveredAt,
    long revision) {

  static RemedyDelivered of(Complaint complaint) {
    Remedy remedy = complaint.recovery.remedy();
    return new RemedyDelivered(
        complaint.id,
        complaint.customerId,
        complaint.details.visitId(),
        complaint.recovery.round(),
        remedy.kind(),
        remedy.kind().isMoney() ? remedy.money() : null,
        remedy.invoice(),
        complaint.recovery.rebuilding().deliveredAt(),
        complaint.version);
  }
}
