package io.familiarface.risk.learning;

import io.familiarface.risk.model.Feature;
import java.util.Arrays;

/**
 * The training data: a row for each visit (or missed visit) of each customer, with their features
 * right after it and whether they left before the next. Flat arrays, so that a million rows fit
 * into a small heap.
 */
final class PersonVisits {

  static final int WIDTH = Feature.COUNT;

  private float[] x;
  private boolean[] left;
  private float[] weight;
  private long[] at;
  private long[] knownAt;
  private float[] spent;
  private int size;

  PersonVisits(int expected) {
    var room = Math.max(16, expected);
    x = new float[room * WIDTH];
    left = new boolean[room];
    weight = new float[room];
    at = new long[room];
    knownAt = new long[room];
    spent = new float[room];
  }

  /**
   * @param knownAt from when on it can be known whether they left
   * @return the row's number
   */
  int add(double[] features, double rowWeight, long visitAt, long rowKnownAt) {
    if (size == left.length) {
      grow();
    }
    for (var i = 0; i < WIDTH; i++) {
      x[size * WIDTH + i] = (float) features[i];
    }
    weight[size] = (float) rowWeight;
    at[size] = visitAt;
    knownAt[size] = rowKnownAt;
    return size++;
  }

  /**
   * They left before the next visit.
   *
   * @param share of the interval that had gone by; more than 1 when the next visit was late
   * @param leftAt until then it was not known of this row
   */
  void markLeft(int row, double share, long leftAt) {
    left[row] = true;
    spent[row] = (float) share;
    knownAt[row] = Math.max(knownAt[row], leftAt);
  }

  private void grow() {
    var room = left.length + left.length / 2;
    x = Arrays.copyOf(x, room * WIDTH);
    left = Arrays.copyOf(left, room);
    weight = Arrays.copyOf(weight, room);
    at = Arrays.copyOf(at, room);
    knownAt = Arrays.copyOf(knownAt, room);
    spent = Arrays.copyOf(spent, room);
  }

  int size() {
    return size;
  }

  float x(int row, int feature) {
    return x[row * WIDTH + feature];
  }

  boolean left(int row) {
    return left[row];
  }

  float weight(int row) {
    return weight[row];
  }

  float spent(int row) {
    return spent[row];
  }

  long at(int row) {
    return at[row];
  }

  /** Rows whose outcome was known by an instant and that lie at or after another. */
  int[] rows(long from, long knownBy) {
    var rows = new int[size];
    var count = 0;
    for (var row = 0; row < size; row++) {
      if (at[row] >= from && knownAt[row] <= knownBy) {
        rows[count++] = row;
      }
    }
    return Arrays.copyOf(rows, count);
  }

  int cancellations(int[] rows) {
    var count = 0;
    for (var row : rows) {
      count += left[row] ? 1 : 0;
    }
    return count;
  }
}
