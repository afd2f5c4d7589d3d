package io.familiarface.jobs.accounting;

import java.math.BigDecimal;

/**
 * An amount and the tax on it, in the units of its currency.
 *
 * @param rate such as 0.07
 */
record TaxedAmount(BigDecimal rate, BigDecimal net, BigDecimal tax) {
  BigDecimal total() {
    return net.add(tax);
  }
}
