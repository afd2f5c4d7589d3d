package io.familiarface.rest.bulk;

import io.quarkiverse.resteasy.problem.HttpProblem;

/**
 * A line as read: a record, or the reason why it could not be read.
 *
 * @param key the caller's own key of a line that could not be read; null where it shows none
 */
record Line<T>(long number, T value, String key, HttpProblem problem) {
  private static final int LONGEST_KEY = 100;

  static <T> Line<T> of(long number, T value) {
    return new Line<>(number, value, null, null);
  }

  static <T> Line<T> unreadable(long number, String key, HttpProblem problem) {
    boolean shown = key != null && key.length() <= LONGEST_KEY;
    return new Line<>(number, null, shown ? key : null, problem);
  }

  boolean isReadable() {
    return problem == null;
  }
}
