package io.familiarface.jobs.accounting.export;

import io.familiarface.jobs.accounting.DocumentLine;
import io.familiarface.jobs.accounting.DocumentView;
import io.familiarface.rest.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a document has at one rate of tax. */
record TaxSubtotal(BigDecimal rate, Money net, Money tax) {

  /** By rate, the lowest first. */
  static List<TaxSubtotal> of(DocumentView document) {
    Map<BigDecimal, TaxSubtotal> parts = new TreeMap<>();
    for (DocumentLine line : document.lines()) {
      parts.merge(
          line.tax().rate(),
          new TaxSubtotal(line.tax().rate(), line.amount(), line.tax().amount()),
          TaxSubtotal::plus);
    }
    return List.copyOf(parts.values());
  }

  private TaxSubtotal plus(TaxSubtotal other) {
    return new TaxSubtotal(rate, sum(net, other.net), sum(tax, other.tax));
  }

  private static Money sum(Money one, Money other) {
    return new Money(one.amount().add(other.amount()), one.currency());
  }
}
