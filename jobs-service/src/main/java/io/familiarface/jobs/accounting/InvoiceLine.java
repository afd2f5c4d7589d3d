package io.familiarface.jobs.accounting;

import io.familiarface.jobs.accounting.DocumentLine.LineTax;
import io.familiarface.rest.Money;
import java.math.BigDecimal;
import java.util.Collection;

/**
 * A line of a document that is being made.
 *
 * @param description what the customer reads
 * @param program what it is booked as
 */
record InvoiceLine(String description, String program, TaxedAmount amount) {

  DocumentLine in(String currency) {
    Money net = new Money(amount.net(), currency);
    return new DocumentLine(
        description,
        program,
        BigDecimal.ONE,
        net,
        new LineTax(amount.rate(), new Money(amount.tax(), currency)),
        net);
  }

  /** Of lines with whatever rates. */
  static TaxedAmount sum(Collection<InvoiceLine> lines) {
    return lines.stream()
        .map(InvoiceLine::amount)
        .reduce(TaxedAmount.none(BigDecimal.ZERO), TaxedAmount::plus);
  }
}
