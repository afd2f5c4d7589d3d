package io.familiarface.jobs.accounting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** So much of a remedy is taken from that invoice. */
record CreditPart(Document invoice, BigDecimal amount) {

  /**
   * Takes a remedy from the invoice that it names, then from that of its visit, then from the
   * newest on which something is still to be paid, then from the newest: from each as much as it
   * can bear.
   *
   * <p>Whether the customer has the invoice that it names is asked before.
   *
   * @param invoices the customer's in the remedy's currency, newest first
   */
  static List<CreditPart> of(PlacingRemedies.Open remedy, List<Document> invoices) {
    Comparator<Document> order =
        Comparator.comparing((Document each) -> !each.number.equals(remedy.invoice()))
            .thenComparing(
                each -> remedy.visitId() == null || !remedy.visitId().equals(each.visitId))
            .thenComparing(each -> each.owed().signum() == 0);
    List<CreditPart> parts = new ArrayList<>();
    BigDecimal left = remedy.openAmount();
    for (Document invoice : invoices.stream().sorted(order).toList()) {
      BigDecimal amount = left.min(invoice.creditable());
      if (amount.signum() > 0) {
        parts.add(new CreditPart(invoice, amount));
        left = left.subtract(amount);
      }
    }
    return parts;
  }
}
