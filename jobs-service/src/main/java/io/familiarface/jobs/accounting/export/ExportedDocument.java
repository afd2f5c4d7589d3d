package io.familiarface.jobs.accounting.export;

import io.familiarface.jobs.accounting.DocumentPayment;
import io.familiarface.jobs.accounting.DocumentView;
import java.math.BigDecimal;
import java.util.List;

/** A document with whom it is for, and what was paid of it where the format tells that. */
record ExportedDocument(DocumentView document, Buyer buyer, List<DocumentPayment> payments) {
  ExportedDocument {
    payments = List.copyOf(payments);
  }

  /** An amount as books have it where one column holds both kinds: a credit memo's is negative. */
  BigDecimal signed(BigDecimal amount) {
    return document.isInvoice() ? amount : amount.negate();
  }
}
