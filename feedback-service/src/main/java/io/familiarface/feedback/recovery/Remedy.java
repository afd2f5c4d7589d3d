package io.familiarface.feedback.recovery;

import io.familiarface.rest.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;

/**
 * What company and customer agreed on.
 *
 * @param amount null where it is not about money
 * @param invoice the number of the invoice that it is about; null if none was named
 * @param agreedBy who agreed on it for the company
 * @param total what is agreed in all, with this, the rounds before and the customer's other cases
 *     of the last days, in the same currency; null where it is not about money
 * @param limit what whoever agreed on it may give in all; null for any amount
 */
@Embeddable
public record Remedy(
    @Column(name = "remedy_kind") @Enumerated(EnumType.STRING) RemedyKind kind,
    @Column(name = "remedy_amount") BigDecimal amount,
    @Column(name = "remedy_currency") String currency,
    @Column(name = "remedy_invoice") String invoice,
    @Column(name = "remedy_agreed_by") String agreedBy,
    @Column(name = "remedy_total") BigDecimal total,
    @Column(name = "remedy_limit") BigDecimal limit) {

  /** No more than this is ever agreed on with a customer in all. */
  public static final BigDecimal MOST = new BigDecimal("999999999999.99");

  /** What it is worth; null where it is not about money. */
  public Money money() {
    return money(amount);
  }

  /** An amount in its currency; null for none. */
  public Money money(BigDecimal some) {
    return some == null ? null : new Money(some, currency);
  }

  /** Whether whoever agreed on it may give so much; what is not about money anybody may. */
  boolean isWithinLimit() {
    return total == null || limit == null || total.compareTo(limit) <= 0;
  }
}
