package io.familiarface.feedback.statistics;

/**
 * The average of many values.
 *
 * @param n how many
 * @param value null of none
 * @param deviation the standard deviation of the sample; null of fewer than two
 */
public record Mean(long n, Double value, Double deviation) {

  /** By the normal approximation; null for fewer than two values. */
  public Interval interval() {
    return value == null || deviation == null
        ? null
        : Interval.around(value, deviation / Math.sqrt(n));
  }
}
