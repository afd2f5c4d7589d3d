package io.familiarface.jobs.accounting;

import io.familiarface.jobs.accounting.TaxRule.Place;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;

/**
 * What tax is on a price. A document has one line and one rate, so that rounding each line and
 * rounding the document are the same: once, to the hundredth, as configured.
 */
final class Taxation {
  /** Amounts have so many decimals in every currency, as prices do. */
  static final int SCALE = 2;

  private final List<TaxRule> rules;
  private final PriceBasis basis;
  private final RoundingMode rounding;

  Taxation(List<TaxRule> rules, PriceBasis basis, RoundingMode rounding) {
    this.rules =
        rules.stream().sorted(Comparator.comparingLong(TaxRule::precision).reversed()).toList();
    this.basis = basis;
    this.rounding = rounding;
  }

  /** What the prices of agreements are. */
  enum PriceBasis {
    /** Tax is added to them. */
    NET,
    /** Tax is in them. */
    GROSS
  }

  /** The most precise rule's rate; of equally precise ones the first; nothing without a rule. */
  BigDecimal rate(Place place, String program) {
    return rules.stream()
        .filter(rule -> rule.holdsFor(place, program))
        .findFirst()
        .map(TaxRule::rate)
        .orElse(BigDecimal.ZERO);
  }

  /** Whether nobody has said which rate holds there. */
  boolean isUnmapped(Place place, String program) {
    return !rules.isEmpty() && rules.stream().noneMatch(rule -> rule.holdsFor(place, program));
  }

  TaxedAmount of(BigDecimal price, BigDecimal rate) {
    BigDecimal given = price.setScale(SCALE, RoundingMode.UNNECESSARY);
    if (basis == PriceBasis.NET) {
      return new TaxedAmount(rate, given, given.multiply(rate).setScale(SCALE, rounding));
    }
    BigDecimal net = given.divide(BigDecimal.ONE.add(rate), SCALE, rounding);
    return new TaxedAmount(rate, net, given.subtract(net));
  }
}
