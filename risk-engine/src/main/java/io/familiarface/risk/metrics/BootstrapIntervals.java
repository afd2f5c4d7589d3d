package io.familiarface.risk.metrics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** Intervals for figures on what was judged. */
public final class BootstrapIntervals {

  private final BootstrapSamples draws;
  private final int[] customerOfRow;
  private final boolean[] left;

  public BootstrapIntervals(BootstrapSamples draws, int[] customerOfRow, boolean[] left) {
    this.draws = draws;
    this.customerOfRow = customerOfRow;
    this.left = left;
  }

  public Interval auc(double[] scores) {
    var order = RankingMetrics.order(scores);
    return interval(counts -> RankingMetrics.auc(order, scores, left, counts));
  }

  public Interval aucDifference(double[] scores, double[] others) {
    var order = RankingMetrics.order(scores);
    var otherOrder = RankingMetrics.order(others);
    return interval(
        counts ->
            RankingMetrics.auc(order, scores, left, counts)
                - RankingMetrics.auc(otherOrder, others, left, counts));
  }

  public Interval topDecileLift(double[] scores) {
    var order = RankingMetrics.order(scores);
    return interval(counts -> RankingMetrics.topDecileLift(order, left, counts));
  }

  public Interval brier(double[] probabilities) {
    return interval(counts -> RankingMetrics.brier(probabilities, left, counts));
  }

  /**
   * @param figure of how often each row counts
   */
  public Interval interval(ToDoubleFunction<double[]> figure) {
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
