package io.familiarface.feedback.history;

/** Which service a signal came from. */
public enum Source {
  CUSTOMERS,
  JOBS,
  FEEDBACK
}
