package io.familiarface.jobs.accounting;

import java.time.Instant;
import java.util.UUID;

/**
 * Trouble with an invoice, as the feed {@code accounting} tells it in {@code invoice.troubled}, and
 * in {@code invoice.settled} when it is over.
 *
 * @param at since when it is so, or had been so
 */
record InvoiceTrouble(
    UUID documentId, String number, UUID customerId, Kind trouble, Instant at, long revision) {

  enum Kind {
    OVERDUE,
    DISPUTED
  }

  static InvoiceTrouble of(Document invoice, Kind kind, Instant since) {
    return new InvoiceTrouble(
        invoice.id, invoice.number, invoice.customerId, kind, since, invoice.version);
  }
}
