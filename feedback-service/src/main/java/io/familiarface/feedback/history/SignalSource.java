package io.familiarface.feedback.history;

/** Which service a signal came from. */
public enum SignalSource {
  CUSTOMERS,
  JOBS,
  ACCOUNTING,
  FEEDBACK
}
