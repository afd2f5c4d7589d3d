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
 */
@Embeddable
public record Remedy(
    @Column(name = "remedy_kind") @Enumerated(EnumType.STRING) RemedyKind kind,
    @Column(name = "remedy_amount") BigDecimal amount,
    @Column(name = "remedy_currency") String currency,
    @Column(name = "remedy_invoice") String invoice,
    @Column(name = "remedy_agreed_by") String agreedBy) {

  /** What it is worth; null where it is not about money. */
  public Money money() {
    return amount == null ? null : new Money(amount, currency);
  }
}
