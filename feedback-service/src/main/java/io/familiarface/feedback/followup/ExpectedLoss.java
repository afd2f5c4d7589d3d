package io.familiarface.feedback.followup;

import io.familiarface.rest.Money;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a flagged customer's leaving would cost in a year, times the probability of it.
 *
 * @param expectedLoss money where the company's prices are known, else the visits
 * @param lossCurrency null while no price is known
 * @param priority calls go by it: the loss, or what a call is expected to keep of it
 * @param orderedBy which of the two it is
 */
@Embeddable
record ExpectedLoss(
    double expectedLoss,
    String lossCurrency,
    double visitsAtStake,
    double priority,
    @Enumerated(EnumType.STRING) CallOrder orderedBy) {

  /** Null while no price is known. */
  Money money() {
    return money(expectedLoss);
  }

  /** What a call is expected to keep; null while that, or any price, is not known. */
  Money expectedToKeep() {
    return orderedBy == CallOrder.EFFECT ? money(Math.max(0, priority)) : null;
  }

  private Money money(double amount) {
    return lossCurrency == null
        ? null
        : new Money(BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP), lossCurrency);
  }
}
