package io.familiarface.feedback.retention;

/**
 * One group of a comparison: how many, and what was measured of them.
 *
 * @param n how many
 * @param sum of what was measured; of what is so or not, how many times it was
 * @param squares the sum of the squares
 */
record Arm(long n, double sum, double squares) {

  /** Of what is so or not. */
  static Arm ofCount(long n, long yes) {
    return new Arm(n, yes, yes);
  }

  Arm plus(Arm other) {
    return new Arm(n + other.n, sum + other.sum, squares + other.squares);
  }

  double mean() {
    return sum / n;
  }

  /** Of one of them. */
  double variance() {
    return Math.max(0, (squares - sum * sum / n) / (n - 1));
  }

  /**
   * Of one of them, where each is yes or no: with one yes and one no more, so that none of five is
   * not taken for never.
   */
  double varianceOfCount() {
    double p = (sum + 1) / (n + 2);
    return p * (1 - p);
  }
}
