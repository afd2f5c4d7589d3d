package io.familiarface.feedback.invoice;

import io.familiarface.risk.signal.InvoiceTrouble;
import java.time.Instant;
import java.util.UUID;

/**
 * What the feed {@code accounting} tells of trouble with an invoice.
 *
 * @param trouble null when it is over, or of a kind that is not known here
 * @param at since when; null when it is over
 */
record InvoiceTroubleEvent(
    UUID documentId, UUID customerId, InvoiceTrouble trouble, Instant at, long revision) {

  boolean isAboutSomebody() {
    return documentId != null && customerId != null;
  }
}
