package io.familiarface.feedback.followup;

import io.familiarface.rest.Money;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a flagged customer's leaving would cost in a year, times the probability of it.
 *
 * @param expectedLoss money where the company's prices are known, else the visits; calls go by it
 * @param lossCurrency null while no price is known
 */
@Embeddable
record ExpectedLoss(double expectedLoss, String lossCurrency, double visitsAtStake) {

  /** Null while no price is known. */
  Money money() {
    return lossCurrency == null
        ? null
        : new Money(
            BigDecimal.valueOf(expectedLoss).setScale(2, RoundingMode.HALF_UP), lossCurrency);
  }
}
