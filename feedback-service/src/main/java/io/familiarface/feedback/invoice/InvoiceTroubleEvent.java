package io.familiarface.feedback.invoice;

import io.familiarface.risk.signal.InvoiceTrouble;
import java.time.Instant;
import java.util.UUID;

/**
 * What the feed {@code accounting} tells of trouble with an invoice.
 *
 * @param trouble null of a kind that is not known here
 * @param at since when it is so, or had been so
 */
record InvoiceTroubleEvent(
    UUID documentId, UUID customerId, InvoiceTrouble trouble, Instant at, long revision) {

  /**
   * Whether it says something that is not known already: what a customer disputes they have
   * complained of, and the complaint counts.
   */
  boolean isNews() {
    return documentId != null
        && customerId != null
        && at != null
        && trouble == InvoiceTrouble.OVERDUE;
  }
}
