package io.familiarface.feedback.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Whoever looks at a hundred groups finds five that stand out by chance. The step-up procedure
 * keeps the share of false ones among those that are named below a rate (Benjamini and Hochberg
 * 1995, "Controlling the false discovery rate"); where nothing is unusual at all, it is the
 * probability that anything is named.
 */
public final class FalseDiscoveryRate {
  private FalseDiscoveryRate() {}

  /**
   * The adjusted p-values, in the order given: those at most the rate are named.
   *
   * @param pValues of everything that was looked at
   */
  public static double[] adjusted(double[] pValues) {
    int all = pValues.length;
    int[] largestFirst =
        IntStream.range(0, all)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> pValues[i]).reversed())
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[all];
    Arrays.fill(adjusted, 1);
    double smallest = 1;
    for (int n = 0; n < all; n++) {
      int rank = all - n;
      smallest = Math.min(smallest, pValues[largestFirst[n]] * all / rank);
      adjusted[largestFirst[n]] = smallest;
    }
    return adjusted;
  }
}
