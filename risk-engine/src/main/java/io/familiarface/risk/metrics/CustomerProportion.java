package io.familiarface.risk.metrics;

import java.util.Arrays;

/** So many of so many, kept by customer, so that customers can be drawn anew. */
public final class CustomerProportion {

  private final int[] all;
  private final int[] some;

  public CustomerProportion(int customers) {
    all = new int[customers];
    some = new int[customers];
  }

  public void add(int customer, long of, long those) {
    all[customer] += (int) of;
    some[customer] += (int) those;
  }

  /** NaN of nothing. */
  public double value() {
    return Arrays.stream(some).sum() / (double) Arrays.stream(all).sum();
  }

  public int all() {
    return Arrays.stream(all).sum();
  }

  /**
   * @param drawn how often each customer counts
   */
  public double value(int[] drawn) {
    var ofAll = 0.0;
    var those = 0.0;
    for (var i = 0; i < all.length; i++) {
      ofAll += drawn[i] * (double) all[i];
      those += drawn[i] * (double) some[i];
    }
    return those / ofAll;
  }
}
