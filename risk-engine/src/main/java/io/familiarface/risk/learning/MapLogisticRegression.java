package io.familiarface.risk.learning;

import static org.hipparchus.linear.MatrixUtils.createRealMatrix;

import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;

/**
 * Logistic regression drawn towards what was believed before: the maximum a posteriori under
 * independent normal priors, by Newton's method.
 */
final class MapLogisticRegression {

  private static final int MOST_STEPS = 30;
  private static final double CLOSE_ENOUGH = 1e-6;

  /** Rows of numbers with an outcome each. */
  interface Observations {

    int rows();

    int width();

    float x(int row, int column);

    boolean happened(int row);

    default double weight(int row) {
      return 1;
    }
  }

  private final double[] prior;
  private final double[] precision;

  /**
   * @param prior the coefficients that are believed
   * @param precision how firmly, as one over the variance
   */
  MapLogisticRegression(double[] prior, double[] precision) {
    this.prior = prior;
    this.precision = precision;
  }

  PosteriorEstimate fit(Observations data) {
    return fit(data, prior);
  }

  /**
   * @param start coefficients that are near the answer; it is the same from anywhere
   */
  PosteriorEstimate fit(Observations data, double[] start) {
    var beta = start.clone();
    for (var step = 0; ; step++) {
      var slope = slope(data, beta);
      var solver = new CholeskyDecomposition(createRealMatrix(slope.curvature)).getSolver();
      var move = shortened(solver.solve(new ArrayRealVector(slope.gradient)).toArray());
      var largest = 0.0;
      for (var i = 0; i < beta.length; i++) {
        largest = Math.max(largest, Math.abs(move[i]));
        beta[i] += move[i];
      }
      if (largest < CLOSE_ENOUGH || step == MOST_STEPS) {
        return new PosteriorEstimate(beta, solver.getInverse().getData());
      }
    }
  }

  /** How the log-posterior rises, and how that bends, at some coefficients. */
  private record Slope(double[] gradient, double[][] curvature) {}

  private Slope slope(Observations data, double[] beta) {
    var width = data.width();
    var gradient = new double[width];
    var curvature = new double[width][width];
    var columns = new int[width];
    var values = new double[width];
    for (var row = 0; row < data.rows(); row++) {
      var filled = 0;
      var logOdds = 0.0;
      for (var i = 0; i < width; i++) {
        double x = data.x(row, i);
        if (x != 0) {
          columns[filled] = i;
          values[filled++] = x;
          logOdds += beta[i] * x;
        }
      }
      var p = 1 / (1 + Math.exp(-logOdds));
      var slope = data.weight(row) * ((data.happened(row) ? 1 : 0) - p);
      var bend = data.weight(row) * p * (1 - p);
      for (var i = 0; i < filled; i++) {
        gradient[columns[i]] += slope * values[i];
        var line = curvature[columns[i]];
        var bent = bend * values[i];
        for (var j = 0; j <= i; j++) {
          line[columns[j]] += bent * values[j];
        }
      }
    }
    for (var i = 0; i < width; i++) {
      gradient[i] -= precision[i] * (beta[i] - prior[i]);
      curvature[i][i] += precision[i];
      for (var j = 0; j < i; j++) {
        curvature[j][i] = curvature[i][j];
      }
    }
    return new Slope(gradient, curvature);
  }

  /** A long step is shortened, so that a start far from the answer does not overshoot. */
  private static double[] shortened(double[] step) {
    var largest = 0.0;
    for (var one : step) {
      largest = Math.max(largest, Math.abs(one));
    }
    if (largest > 2) {
      for (var i = 0; i < step.length; i++) {
        step[i] *= 2 / largest;
      }
    }
    return step;
  }
}
