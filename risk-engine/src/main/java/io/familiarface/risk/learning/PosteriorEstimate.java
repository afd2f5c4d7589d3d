package io.familiarface.risk.learning;

/**
 * Coefficients and how sure they are.
 *
 * @param covariance of the posterior, in the normal (Laplace) approximation
 */
record PosteriorEstimate(double[] mean, double[][] covariance) {

  /** The standard deviation of a weighted sum of the coefficients. */
  double deviation(double[] weights) {
    var variance = 0.0;
    for (var i = 0; i < weights.length; i++) {
      for (var j = 0; j < weights.length; j++) {
        variance += weights[i] * covariance[i][j] * weights[j];
      }
    }
    return Math.sqrt(Math.max(0, variance));
  }

  double sum(double[] weights) {
    var sum = 0.0;
    for (var i = 0; i < weights.length; i++) {
      sum += weights[i] * mean[i];
    }
    return sum;
  }
}
