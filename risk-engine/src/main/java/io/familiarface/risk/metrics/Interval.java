package io.familiarface.risk.metrics;

/** A figure with its 95 % bootstrap interval, customers drawn anew; nulls when it has none. */
public record Interval(Double value, Double from, Double to) {

  public static Interval unknown() {
    return new Interval(null, null, null);
  }
}
