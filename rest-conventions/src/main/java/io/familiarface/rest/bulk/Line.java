package io.familiarface.rest.bulk;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** A line as read: a record, or the reason why it could not be read. */
record Line<T>(long number, T value, HttpProblem problem) {
  static <T> Line<T> of(long number, T value) {
    return new Line<>(number, value, null);
  }

  static <T> Line<T> unreadable(long number, HttpProblem problem) {
    return new Line<>(number, null, problem);
  }

  boolean isReadable() {
    return problem == null;
  }
}
