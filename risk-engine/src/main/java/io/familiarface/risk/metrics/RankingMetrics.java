package io.familiarface.risk.metrics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How well scores put those who left before those who stayed. */
public final class RankingMetrics {

  private RankingMetrics() {}

  /**
   * The area under the ROC curve: the chance that one who left had the higher score, ties counting
   * half. NaN when nobody left or nobody stayed.
   */
  public static double auc(double[] scores, boolean[] left) {
    var ones = new double[scores.length];
    Arrays.fill(ones, 1);
    return auc(order(scores), scores, left, ones);
  }

  static int[] order(double[] scores) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> scores[i]))
        .mapToInt(i -> i)
        .toArray();
  }

  /** With rows that count more than once, as in a bootstrap; the order is given to be reused. */
  static double auc(int[] ascending, double[] scores, boolean[] left, double[] count) {
    var stayedBelow = 0.0;
    var concordant = 0.0;
    var leftTotal = 0.0;
    for (var i = 0; i < ascending.length; ) {
      var j = i;
      var leftHere = 0.0;
      var stayedHere = 0.0;
      while (j < ascending.length && scores[ascending[j]] == scores[ascending[i]]) {
        if (left[ascending[j]]) {
          leftHere += count[ascending[j]];
        } else {
          stayedHere += count[ascending[j]];
        }
        j++;
      }
      concordant += leftHere * (stayedBelow + stayedHere / 2);
      stayedBelow += stayedHere;
      leftTotal += leftHere;
      i = j;
    }
    return concordant / (leftTotal * stayedBelow);
  }

  /** Harrell's C, see {@link ConcordanceIndex}. */
  public static double harrellsC(double[] times, boolean[] left, double[] scores) {
    var ones = new double[times.length];
    Arrays.fill(ones, 1);
    return new ConcordanceIndex(times, left, scores).of(ones);
  }

  /** The rate of leaving among the highest tenth of the scores, against that among all. */
  public static double topDecileLift(double[] scores, boolean[] left) {
    var ones = new double[scores.length];
    Arrays.fill(ones, 1);
    return topDecileLift(order(scores), left, ones);
  }

  static double topDecileLift(int[] ascending, boolean[] left, double[] count) {
    var all = 0.0;
    var allLeft = 0.0;
    for (var row : ascending) {
      all += count[row];
      allLeft += left[row] ? count[row] : 0;
    }
    var tenth = Math.max(1, Math.floor(all / 10));
    var inTenth = 0.0;
    var leftInTenth = 0.0;
    for (var i = ascending.length - 1; i >= 0 && inTenth < tenth; i--) {
      var row = ascending[i];
      var taken = Math.min(count[row], tenth - inTenth);
      inTenth += taken;
      leftInTenth += left[row] ? taken : 0;
    }
    return leftInTenth / tenth / (allLeft / all);
  }

  /** The mean squared distance between what was predicted and what happened (Brier 1950). */
  public static double brier(double[] probabilities, boolean[] left) {
    var ones = new double[probabilities.length];
    Arrays.fill(ones, 1);
    return brier(probabilities, left, ones);
  }

  static double brier(double[] probabilities, boolean[] left, double[] count) {
    var sum = 0.0;
    var all = 0.0;
    for (var i = 0; i < probabilities.length; i++) {
      var miss = probabilities[i] - (left[i] ? 1 : 0);
      sum += count[i] * miss * miss;
      all += count[i];
    }
    return sum / all;
  }
}
