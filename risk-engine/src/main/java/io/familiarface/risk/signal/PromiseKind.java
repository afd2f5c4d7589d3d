package io.familiarface.risk.signal;

/** What was promised. */
public enum PromiseKind {
  SAME_TECHNICIAN,
  ARRIVAL_WINDOW,
  CALL_AHEAD,
  PRICE,
  OTHER
}
