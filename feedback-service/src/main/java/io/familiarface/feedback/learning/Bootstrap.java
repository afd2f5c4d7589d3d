package io.familiarface.feedback.learning;

import io.familiarface.feedback.learning.BackTestReport.Interval;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Intervals by drawing customers anew, with all that was said of each. */
final class Bootstrap {

  private static final int DRAWS = 200;

  private final int[] customerOfRow;
  private final boolean[] left;
  private final double[][] draws = new double[DRAWS][];

  Bootstrap(int[] customerOfRow, boolean[] left) {
    this.customerOfRow = customerOfRow;
    this.left = left;
    var customers = Arrays.stream(customerOfRow).max().orElse(-1) + 1;
    var random = new SplittableRandom(20_250_106);
    for (var draw = 0; draw < DRAWS; draw++) {
      draws[draw] = rows(random, customers);
    }
  }

  private double[] rows(SplittableRandom random, int customers) {
    var drawn = new int[customers];
    for (var i = 0; i < customers; i++) {
      drawn[random.nextInt(customers)]++;
    }
    return Arrays.stream(customerOfRow).mapToDouble(customer -> drawn[customer]).toArray();
  }

  Interval auc(double[] scores) {
    return interval(Ranking.auc(scores, left), aucs(scores));
  }

  Interval aucDifference(double[] scores, double[] others) {
    var of = aucs(scores);
    var against = aucs(others);
    for (var i = 0; i < of.length; i++) {
      of[i] -= against[i];
    }
    return interval(Ranking.auc(scores, left) - Ranking.auc(others, left), of);
  }

  private double[] aucs(double[] scores) {
    var order = Ranking.order(scores);
    var aucs = new double[DRAWS];
    for (var draw = 0; draw < DRAWS; draw++) {
      aucs[draw] = Ranking.auc(order, scores, left, draws[draw]);
    }
    return aucs;
  }

  private static Interval interval(double value, double[] drawn) {
    var sorted = Arrays.stream(drawn).filter(one -> !Double.isNaN(one)).sorted().toArray();
    if (Double.isNaN(value) || sorted.length < DRAWS / 2) {
      return new Interval(null, null, null);
    }
    return new Interval(
        value, sorted[(int) (0.025 * sorted.length)], sorted[(int) (0.975 * sorted.length)]);
  }
}
