package io.familiarface.feedback.statistics;

import org.hipparchus.distribution.discrete.HypergeometricDistribution;

/**
 * Whether something happened in one group more or less often than in another: exact, so that it
 * holds for small groups and for what hardly ever happens (Fisher 1935, "The logic of inductive
 * inference").
 */
public final class FisherTest {
  private FisherTest() {}

  /** The two-sided p-value: twice the smaller tail; 1 where a group has nobody. */
  public static double pValue(Proportion one, Proportion other) {
    if (one.of() == 0 || other.of() == 0) {
      return 1;
    }
    int some = Math.toIntExact(one.some());
    var expected =
        new HypergeometricDistribution(
            Math.toIntExact(one.of() + other.of()),
            Math.toIntExact(one.some() + other.some()),
            Math.toIntExact(one.of()));
    return Math.min(
        1,
        2
            * Math.min(
                expected.cumulativeProbability(some), expected.upperCumulativeProbability(some)));
  }
}
