package io.familiarface.feedback.statistics;

/** Between which two values a figure lies with a confidence of 95 %. */
public record Interval(double from, double to) {
  /** The quantile of the standard normal distribution that leaves 2.5 % above it. */
  static final double Z = 1.959963984540054;

  /** By the normal approximation. */
  public static Interval around(double value, double standardError) {
    return new Interval(value - Z * standardError, value + Z * standardError);
  }
}
