package io.familiarface.jobs.accounting;

import java.time.Instant;
import java.util.UUID;

/**
 * What is wrong with an invoice, as the feed {@code accounting} tells it in {@code
 * invoice.troubled}, and in {@code invoice.settled} when it is over.
 *
 * @param trouble OVERDUE or DISPUTED; null when it is over
 * @param at since when; null when it is over
 */
record InvoiceTrouble(
    UUID documentId, String number, UUID customerId, String trouble, Instant at, long revision) {

  static InvoiceTrouble of(Document invoice) {
    boolean overdue = invoice.overdueSince != null;
    boolean disputed = invoice.disputedSince != null;
    return new InvoiceTrouble(
        invoice.id,
        invoice.number,
        invoice.customerId,
        disputed ? "DISPUTED" : overdue ? "OVERDUE" : null,
        disputed ? invoice.disputedSince : invoice.overdueSince,
        invoice.version);
  }

  /** Whether it is not the trouble there was before. */
  boolean isNews(DocumentView before) {
    String was =
        before.disputedSince() != null
            ? "DISPUTED"
            : before.overdueSince() != null ? "OVERDUE" : null;
    return trouble == null ? was != null : !trouble.equals(was);
  }
}
