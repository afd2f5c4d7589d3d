package io.familiarface.risk.metrics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Harrell's C (1982): among pairs of whom it is known who left first, the share in which they had
 * the higher score; ties in score count half. In n log n, and with rows that count more than once,
 * as a bootstrap needs it.
 */
public final class ConcordanceIndex {

  private final boolean[] left;
  private final double[] times;
  private final int[] lastFirst;
  private final int[] rank;
  private final int ranks;

  public ConcordanceIndex(double[] times, boolean[] left, double[] scores) {
    this.times = times;
    this.left = left;
    lastFirst =
        IntStream.range(0, times.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -times[i]))
            .mapToInt(i -> i)
            .toArray();
    var distinct = Arrays.stream(scores).sorted().distinct().toArray();
    ranks = distinct.length;
    rank = Arrays.stream(scores).mapToInt(one -> 1 + Arrays.binarySearch(distinct, one)).toArray();
  }

  /** NaN when there is no pair to compare. */
  public double of(double[] count) {
    var later = new double[ranks + 1];
    var total = 0.0;
    var comparable = 0.0;
    var concordant = 0.0;
    for (var i = 0; i < lastFirst.length; ) {
      var j = i;
      for (; j < lastFirst.length && times[lastFirst[j]] == times[lastFirst[i]]; j++) {
        var row = lastFirst[j];
        if (left[row] && count[row] > 0) {
          var below = upTo(later, rank[row] - 1);
          var notAbove = upTo(later, rank[row]);
          comparable += count[row] * total;
          concordant += count[row] * (below + notAbove) / 2;
        }
      }
      for (; i < j; i++) {
        add(later, rank[lastFirst[i]], count[lastFirst[i]]);
        total += count[lastFirst[i]];
      }
    }
    return concordant / comparable;
  }

  private static void add(double[] tree, int at, double amount) {
    for (var i = at; i < tree.length; i += i & -i) {
      tree[i] += amount;
    }
  }

  private static double upTo(double[] tree, int at) {
    var sum = 0.0;
    for (var i = at; i > 0; i -= i & -i) {
      sum += tree[i];
    }
    return sum;
  }
}
