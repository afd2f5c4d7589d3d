package io.familiarface.feedback.retention;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * By how much the called differ from those held back, called less held back, over groups of equal
 * risk: weighted as by Mantel and Haenszel (n₁n₀/N), with the variance of the weighted sum
 * (Greenland and Robins 1985), normal approximation.
 */
record Difference(double estimate, double standardError) {
  private static final double TWO_SIDED_95 = 1.959964;
  private static final double TWO_SIDED_99 = 2.575829;

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
        : Optional.of(new Difference(sum / weights, Math.sqrt(variances) / weights));
  }

  double from() {
    return estimate - TWO_SIDED_95 * standardError;
  }

  double to() {
    return estimate + TWO_SIDED_95 * standardError;
  }

  /** Whether it is no chance, for one who looks again and again: by the interval of 99 %. */
  boolean isCertain() {
    return Math.abs(estimate) > TWO_SIDED_99 * standardError;
  }

  /** Whether it is less than so much either way, by the interval of 95 %. */
  boolean isWithin(double margin) {
    return from() > -margin && to() < margin;
  }
}
