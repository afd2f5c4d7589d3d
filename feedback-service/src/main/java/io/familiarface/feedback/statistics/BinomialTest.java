package io.familiarface.feedback.statistics;

import org.hipparchus.distribution.discrete.BinomialDistribution;

/**
 * Whether so many of all events falling to one group is more or less than its share explains:
 * exact, given the total, so that it holds for small numbers and though the average is taken from
 * the same events (Przyborowski and Wilenski 1940, "Homogeneity of results in testing samples from
 * Poisson series").
 */
public final class BinomialTest {
  private BinomialTest() {}

  /**
   * The two-sided p-value: twice the smaller tail.
   *
   * @param events of the group
   * @param total events of all groups
   * @param share of the events that is expected of the group, above 0 and below 1
   */
  public static double pValue(int events, int total, double share) {
    if (total == 0) {
      return 1;
    }
    BinomialDistribution expected = new BinomialDistribution(total, share);
    double atMost = expected.cumulativeProbability(events);
    double atLeast = events == 0 ? 1 : 1 - expected.cumulativeProbability(events - 1);
    return Math.min(1, 2 * Math.min(atMost, atLeast));
  }
}
