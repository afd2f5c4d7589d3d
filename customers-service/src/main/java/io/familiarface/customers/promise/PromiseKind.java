package io.familiarface.customers.promise;

public enum PromiseKind {
  /** "I will be your technician." Visits decide it. */
  SAME_TECHNICIAN,
  ARRIVAL_WINDOW,
  CALL_AHEAD,
  PRICE,
  OTHER
}
