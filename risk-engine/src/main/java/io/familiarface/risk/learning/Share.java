package io.familiarface.risk.learning;

import java.util.Arrays;

/** So many of so many, kept by customer, so that customers can be drawn anew. */
final class Share {

  private final int[] all;
  private final int[] some;

  Share(int customers) {
    all = new int[customers];
    some = new int[customers];
  }

  void add(int customer, long of, long those) {
    all[customer] += (int) of;
    some[customer] += (int) those;
  }

  /** NaN of nothing. */
  double value() {
    return Arrays.stream(some).sum() / (double) Arrays.stream(all).sum();
  }

  int all() {
    return Arrays.stream(all).sum();
  }

  /**
   * @param drawn how often each customer counts
   */
  double value(int[] drawn) {
    var ofAll = 0.0;
    var those = 0.0;
    for (var i = 0; i < all.length; i++) {
      ofAll += drawn[i] * (double) all[i];
      those += drawn[i] * (double) some[i];
    }
    return those / ofAll;
  }
}
