package io.familiarface.feedback.learning;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How well scores put those who left before those who stayed. */
public final class Ranking {

  private Ranking() {}

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

  /**
   * Harrell's C (1982): among pairs of whom it is known who left first, the share in which she had
   * the higher score; ties in score count half.
   */
  public static double harrellsC(double[] times, boolean[] left, double[] scores) {
    var comparable = 0.0;
    var concordant = 0.0;
    for (var i = 0; i < times.length; i++) {
      for (var j = 0; left[i] && j < times.length; j++) {
        if (times[i] < times[j]) {
          comparable++;
          if (scores[i] > scores[j]) {
            concordant++;
          } else if (scores[i] == scores[j]) {
            concordant += 0.5;
          }
        }
      }
    }
    return concordant / comparable;
  }

  /** The rate of leaving among the highest tenth of the scores, against that among all. */
  public static double topDecileLift(double[] scores, boolean[] left) {
    var ascending = order(scores);
    var top = Math.max(1, scores.length / 10);
    var inTop = 0;
    var all = 0;
    for (var i = 0; i < ascending.length; i++) {
      if (left[ascending[i]]) {
        all++;
        inTop += i >= ascending.length - top ? 1 : 0;
      }
    }
    return inTop / (double) top / (all / (double) scores.length);
  }

  /** The mean squared distance between what was predicted and what happened (Brier 1950). */
  public static double brier(double[] probabilities, boolean[] left) {
    var sum = 0.0;
    for (var i = 0; i < probabilities.length; i++) {
      var miss = probabilities[i] - (left[i] ? 1 : 0);
      sum += miss * miss;
    }
    return sum / probabilities.length;
  }
}
