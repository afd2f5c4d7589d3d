package io.familiarface.jobs.accounting;

import io.familiarface.rest.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is left of an invoice by rate of tax, and how a credit is shared among the rates: in
 * proportion to what is left of each, never more than that, and together exactly the credit.
 */
final class CreditShares {
  private final String description;
  private final String currency;
  private final List<Share> shares;

  private CreditShares(String description, String currency, List<Share> shares) {
    this.description = description;
    this.currency = currency;
    this.shares = shares;
  }

  /**
   * @param program what the first line of that rate is booked as
   * @param asked what the invoice asked for at this rate
   * @param credited how much of that was credited, tax included
   */
  private record Share(String program, TaxedAmount asked, BigDecimal credited) {

    BigDecimal left() {
      return asked.total().subtract(credited);
    }

    /**
     * The tax in the first so much of what was asked for. Each credit takes what lies between two
     * such, so that credits of the whole give back the whole tax, exactly.
     */
    private BigDecimal taxOf(BigDecimal part, String currency) {
      return part(asked.tax(), part, asked.total(), currency);
    }

    TaxedAmount take(BigDecimal amount, String currency) {
      BigDecimal tax = taxOf(credited.add(amount), currency).subtract(taxOf(credited, currency));
      return new TaxedAmount(asked.rate(), amount.subtract(tax), tax);
    }
  }

  /**
   * @param earlier the invoice's credit memos
   */
  static CreditShares of(Document invoice, Collection<Document> earlier) {
    Map<BigDecimal, BigDecimal> credited = new LinkedHashMap<>();
    for (Document memo : earlier) {
      for (DocumentLine line : memo.lines) {
        TaxedAmount amount = amount(line);
        credited.merge(amount.rate(), amount.total(), BigDecimal::add);
      }
    }
    Map<BigDecimal, Share> shares = new LinkedHashMap<>();
    for (DocumentLine line : invoice.lines) {
      TaxedAmount amount = amount(line);
      BigDecimal before = credited.getOrDefault(amount.rate(), BigDecimal.ZERO);
      shares.merge(
          amount.rate(),
          new Share(line.bookedAs(), amount, before),
          (one, more) -> new Share(one.program(), one.asked().plus(more.asked()), before));
    }
    return new CreditShares(
        "Credit on " + invoice.number, invoice.currency, List.copyOf(shares.values()));
  }

  /** What falls to a part of the whole, rounded to what can be paid. */
  private static BigDecimal part(
      BigDecimal amount, BigDecimal part, BigDecimal whole, String currency) {
    return amount
        .multiply(part)
        .divide(whole, Money.decimals(currency), RoundingMode.HALF_UP)
        .setScale(Taxation.SCALE);
  }

  private static TaxedAmount amount(DocumentLine line) {
    return new TaxedAmount(line.tax().rate(), line.amount().amount(), line.tax().amount().amount());
  }

  /**
   * @param amount at most what is left
   */
  List<InvoiceLine> of(BigDecimal amount) {
    BigDecimal left = shares.stream().map(Share::left).reduce(BigDecimal.ZERO, BigDecimal::add);
    List<InvoiceLine> lines = new ArrayList<>();
    BigDecimal upTo = BigDecimal.ZERO;
    BigDecimal given = BigDecimal.ZERO;
    for (Share share : shares) {
      upTo = upTo.add(share.left());
      BigDecimal until = part(amount, upTo, left, currency);
      BigDecimal part = until.subtract(given);
      given = until;
      if (part.signum() > 0) {
        lines.add(new InvoiceLine(description, share.program(), share.take(part, currency)));
      }
    }
    return lines;
  }
}
