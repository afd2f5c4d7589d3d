package io.familiarface.jobs.plan;

import java.math.BigDecimal;

/**
 * The probability that the customer leaves, by who comes; null where nobody could say.
 *
 * @param now without the visit
 * @param known if somebody comes whom they know
 * @param unknown if somebody comes whom they don't
 * @param introduced if somebody comes whom who leaves has introduced, known before or not
 * @param moved if whoever usually comes does so at another time
 */
record RisksOfVisit(
    BigDecimal now, BigDecimal known, BigDecimal unknown, BigDecimal introduced, BigDecimal moved) {
  static final RisksOfVisit NOT_KNOWN = new RisksOfVisit(null, null, null, null, null);
}
