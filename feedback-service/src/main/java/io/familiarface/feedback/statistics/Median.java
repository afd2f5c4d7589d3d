package io.familiarface.feedback.statistics;

import java.util.Collection;
import org.hipparchus.distribution.discrete.BinomialDistribution;

/**
 * The middle of some values.
 *
 * @param value of an even number the mean of the two in the middle; null of none
 * @param interval without any assumption about how the values are spread, by their order alone
 *     (David and Nagaraja 2003, "Order Statistics", section 7.1); null for fewer than six values,
 *     which say too little
 */
public record Median(Double value, Interval interval) {
  private static final double EACH_SIDE = 0.025;

  public static Median of(Collection<? extends Number> values) {
    double[] sorted = values.stream().mapToDouble(Number::doubleValue).sorted().toArray();
    int n = sorted.length;
    if (n == 0) {
      return new Median(null, null);
    }
    double middle = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    int rank = rank(n);
    return new Median(middle, rank == 0 ? null : new Interval(sorted[rank - 1], sorted[n - rank]));
  }

  /** Counted from either end, the value at which the interval begins; 0 when there is none. */
  private static int rank(int n) {
    BinomialDistribution below = new BinomialDistribution(n, 0.5);
    int rank = 0;
    while (rank < n / 2 && below.cumulativeProbability(rank) <= EACH_SIDE) {
      rank++;
    }
    return rank;
  }
}
