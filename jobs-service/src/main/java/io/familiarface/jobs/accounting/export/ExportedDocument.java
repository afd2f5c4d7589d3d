package io.familiarface.jobs.accounting.export;

import io.familiarface.jobs.accounting.DocumentPayment;
import io.familiarface.jobs.accounting.DocumentView;
import io.familiarface.jobs.accounting.EarnedAmount;
import java.math.BigDecimal;
import java.util.List;

/**
 * A document with whom it is for, and what books tell of it beside.
 *
 * @param earned of one that invoices something in advance: what is earned of it by month; null of
 *     any other
 */
public record ExportedDocument(
    DocumentView document, Buyer buyer, List<DocumentPayment> payments, List<EarnedAmount> earned) {
  public ExportedDocument {
    payments = List.copyOf(payments);
  }

  boolean isPrepaid() {
    return earned != null;
  }

  /** An amount as books have it where one column holds both kinds: a credit memo's is negative. */
  BigDecimal signed(BigDecimal amount) {
    return document.isInvoice() ? amount : amount.negate();
  }
}
