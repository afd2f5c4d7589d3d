package io.familiarface.jobs.accounting;

import io.familiarface.rest.Money;
import java.math.BigDecimal;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a document asks for, and how much of it is settled, in its currency. */
public record DocumentAmounts(
    Money net,
    Money tax,
    Money total,
    @Schema(description = "What was taken back of it by credit memos.") Money credited,
    Money paid,
    @Schema(description = "What is still to be paid.") Money owed) {

  static DocumentAmounts of(Document document) {
    return of(
        document.kind,
        document.net,
        document.tax,
        document.total,
        document.credited,
        document.paid,
        document::money);
  }

  static DocumentAmounts of(
      DocumentKind kind,
      BigDecimal net,
      BigDecimal tax,
      BigDecimal total,
      BigDecimal credited,
      BigDecimal paid,
      Function<BigDecimal, Money> money) {
    return new DocumentAmounts(
        money.apply(net),
        money.apply(tax),
        money.apply(total),
        money.apply(credited),
        money.apply(paid),
        money.apply(owed(kind, total, credited, paid)));
  }

  /** Nothing of a credit memo, or when more was credited since. */
  static BigDecimal owed(
      DocumentKind kind, BigDecimal total, BigDecimal credited, BigDecimal paid) {
    return kind == DocumentKind.INVOICE
        ? total.subtract(credited).subtract(paid).max(BigDecimal.ZERO)
        : BigDecimal.ZERO;
  }
}
