package io.familiarface.risk.learning;

import io.familiarface.risk.learning.BackTestReport.Interval;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** Intervals for figures on what was judged. */
final class Bootstrap {

  private final Draws draws;
  private final int[] customerOfRow;
  private final boolean[] left;

  Bootstrap(Draws draws, int[] customerOfRow, boolean[] left) {
    this.draws = draws;
    this.customerOfRow = customerOfRow;
    this.left = left;
  }

  Interval auc(double[] scores) {
    var order = Ranking.order(scores);
    return interval(counts -> Ranking.auc(order, scores, left, counts));
  }

  Interval aucDifference(double[] scores, double[] others) {
    var order = Ranking.order(scores);
    var otherOrder = Ranking.order(others);
    return interval(
        counts ->
            Ranking.auc(order, scores, left, counts)
                - Ranking.auc(otherOrder, others, left, counts));
  }

  Interval topDecileLift(double[] scores) {
    var order = Ranking.order(scores);
    return interval(counts -> Ranking.topDecileLift(order, left, counts));
  }

  Interval brier(double[] probabilities) {
    return interval(counts -> Ranking.brier(probabilities, left, counts));
  }

  /**
   * @param figure of how often each row counts
   */
  Interval interval(ToDoubleFunction<double[]> figure) {
    var once = new double[customerOfRow.length];
    Arrays.fill(once, 1);
    return draws.interval(figure.applyAsDouble(once), drawn -> figure.applyAsDouble(rows(drawn)));
  }

  private double[] rows(int[] drawn) {
    var rows = new double[customerOfRow.length];
    for (var i = 0; i < rows.length; i++) {
      rows[i] = drawn[customerOfRow[i]];
    }
    return rows;
  }
}
