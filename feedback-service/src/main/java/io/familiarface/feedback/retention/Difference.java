package io.familiarface.feedback.retention;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * By how much the called differ from those held back, called less held back, over groups of equal
 * risk: weighted as by Mantel and Haenszel (n₁n₀/N), with the variance of the weighted sum
 * (Greenland and Robins 1985). The interval holds however often one looks, and whenever one stops:
 * a normal mixture (Robbins 1970), in its form for averages that become normal by and by
 * (Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas 2024, "Time-uniform central limit theory and
 * asymptotic confidence sequences").
 *
 * @param size the sum of the weights, such as 500 for 2,000 customers of whom half are held back
 */
record Difference(double estimate, double standardError, double size) {
  private static final double WRONG = 0.05;

  /** So many standard errors to a side chance goes in 95 of 100, looked at once. */
  private static final double CHANCE = 1.96;

  /** Makes the interval narrowest, of 3.03 standard errors to a side, at a size of 500. */
  private static final double MIXTURE = 8.2 / 500;

  /** Of what is so or not; empty while there is nothing to compare. */
  static Optional<Difference> ofCounts(List<Comparison> strata) {
    return of(strata, 1, Arm::varianceOfCount);
  }

  /** Of what has a mean; empty while there is nothing to compare. */
  static Optional<Difference> ofMeans(List<Comparison> strata) {
    return of(strata, 2, Arm::variance);
  }

  private static Optional<Difference> of(
      List<Comparison> strata, int least, ToDoubleFunction<Arm> variance) {
    double weights = 0;
    double sum = 0;
    double variances = 0;
    for (Comparison stratum : strata) {
      Arm called = stratum.called();
      Arm heldBack = stratum.heldBack();
      if (called.n() < least || heldBack.n() < least) {
        continue;
      }
      double weight = (double) called.n() * heldBack.n() / (called.n() + heldBack.n());
      weights += weight;
      sum += weight * (called.mean() - heldBack.mean());
      variances +=
          weight
              * weight
              * (variance.applyAsDouble(called) / called.n()
                  + variance.applyAsDouble(heldBack) / heldBack.n());
    }
    return weights == 0
        ? Optional.empty()
        : Optional.of(new Difference(sum / weights, Math.sqrt(variances) / weights, weights));
  }

  double from() {
    return estimate - reach();
  }

  double to() {
    return estimate + reach();
  }

  private double reach() {
    return standardError * errors(size);
  }

  /** Of how many standard errors to a side the interval is. */
  private static double errors(double size) {
    double seen = 1 + MIXTURE * size;
    return Math.sqrt(seen / (seen - 1) * Math.log(seen / (WRONG * WRONG)));
  }

  /**
   * The size at which the interval lies within a margin either way in 95 of 100 if there is no
   * difference, with customers who leave as often as these.
   */
  double sizeToTellNothing(double margin) {
    double deviation = standardError * Math.sqrt(size);
    double enough = 1;
    while (deviation / Math.sqrt(enough) * (errors(enough) + CHANCE) > margin) {
      enough *= 1.01;
    }
    return enough;
  }

  /** Whether it is no chance. */
  boolean isCertain() {
    return from() > 0 || to() < 0;
  }

  /** Whether it is less than so much either way. */
  boolean isWithin(double margin) {
    return from() > -margin && to() < margin;
  }
}
