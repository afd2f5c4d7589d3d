package io.familiarface.jobs.accounting;

import io.familiarface.jobs.accounting.TaxRule.Place;
import io.familiarface.rest.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What tax is on prices, rounded to what can be paid in their currency, for each line or for each
 * rate of a document.
 */
final class Taxation {
  /** Amounts are kept with so many decimals in every currency, as prices are. */
  static final int SCALE = Money.MOST_DECIMALS;

  private final List<TaxRule> rules;
  private final PriceBasis basis;
  private final RoundingMode rounding;
  private final RoundingPer per;

  Taxation(List<TaxRule> rules, PriceBasis basis, RoundingMode rounding, RoundingPer per) {
    this.rules =
        rules.stream().sorted(Comparator.comparingLong(TaxRule::precision).reversed()).toList();
    this.basis = basis;
    this.rounding = rounding;
    this.per = per;
  }

  /** What the prices of agreements are. */
  enum PriceBasis {
    /** Tax is added to them. */
    NET,
    /** Tax is in them. */
    GROSS
  }

  /** What is rounded. */
  enum RoundingPer {
    /** The tax of each line; that of the document is their sum. */
    LINE,
    /**
     * The tax of all lines of a rate together, as EN 16931 asks for; each line gets what it adds to
     * the rounded sum, so that the lines still add up.
     */
    DOCUMENT
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

  /** The amounts of a document's lines, in their order. */
  List<TaxedAmount> of(List<PricedAt> lines, String currency) {
    Map<BigDecimal, BigDecimal> sums = new HashMap<>();
    List<TaxedAmount> amounts = new ArrayList<>();
    for (PricedAt line : lines) {
      BigDecimal rate = TaxedAmount.plain(line.rate());
      BigDecimal before =
          per == RoundingPer.LINE ? BigDecimal.ZERO : sums.getOrDefault(rate, BigDecimal.ZERO);
      BigDecimal after = before.add(line.price());
      sums.put(rate, after);
      amounts.add(of(after, rate, currency).minus(of(before, rate, currency)));
    }
    return amounts;
  }

  /** A price as agreed, and the rate of tax on it. */
  record PricedAt(BigDecimal price, BigDecimal rate) {}

  TaxedAmount of(BigDecimal price, BigDecimal rate, String currency) {
    int decimals = Money.decimals(currency);
    BigDecimal given = price.setScale(SCALE, RoundingMode.UNNECESSARY);
    if (basis == PriceBasis.NET) {
      return new TaxedAmount(
          rate, given, given.multiply(rate).setScale(decimals, rounding).setScale(SCALE));
    }
    BigDecimal net = given.divide(BigDecimal.ONE.add(rate), decimals, rounding).setScale(SCALE);
    return new TaxedAmount(rate, net, given.subtract(net));
  }
}
