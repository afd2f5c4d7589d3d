package io.familiarface.feedback.followup;

import io.familiarface.rest.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a flagged customer's leaving would cost in a year, times the probability that she leaves.
 *
 * @param loss money where the company's prices are known, else the visits; calls go by it
 * @param currency null while no price is known
 */
record Stake(double loss, String currency, double visits) {

  /** Null while no price is known. */
  Money money() {
    return currency == null
        ? null
        : new Money(BigDecimal.valueOf(loss).setScale(2, RoundingMode.HALF_UP), currency);
  }
}
