package io.familiarface.risk.metrics;

import java.util.Arrays;

/** What was predicted for a number of customers, beside what came of it. */
public final class Predictions {

  private double[] probability = new double[256];
  private boolean[] left = new boolean[256];
  private int size;

  public void add(double predicted, boolean happened) {
    if (size == left.length) {
      probability = Arrays.copyOf(probability, 2 * size);
      left = Arrays.copyOf(left, 2 * size);
    }
    probability[size] = predicted;
    left[size++] = happened;
  }

  public double[] probabilities() {
    return Arrays.copyOf(probability, size);
  }

  public boolean[] outcomes() {
    return Arrays.copyOf(left, size);
  }

  public int size() {
    return size;
  }
}
