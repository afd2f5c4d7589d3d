package io.familiarface.jobs.accounting;

import java.math.BigDecimal;

/**
 * An amount and the tax on it, in the units of its currency.
 *
 * @param rate such as 0.07
 */
record TaxedAmount(BigDecimal rate, BigDecimal net, BigDecimal tax) {
  TaxedAmount {
    rate = plain(rate);
  }

  /** Equal rates are the same, however they are written. */
  static BigDecimal plain(BigDecimal rate) {
    return rate.signum() == 0 ? BigDecimal.ZERO : rate.stripTrailingZeros();
  }

  static TaxedAmount none(BigDecimal rate) {
    BigDecimal zero = BigDecimal.ZERO.setScale(Taxation.SCALE);
    return new TaxedAmount(rate, zero, zero);
  }

  TaxedAmount plus(TaxedAmount other) {
    return new TaxedAmount(rate, net.add(other.net), tax.add(other.tax));
  }

  TaxedAmount minus(TaxedAmount other) {
    return new TaxedAmount(rate, net.subtract(other.net), tax.subtract(other.tax));
  }

  BigDecimal total() {
    return net.add(tax);
  }
}
