package io.familiarface.customers.promise;

public enum PromiseKind {
  /** "I will be your technician." Visits decide it. */
  SAME_TECHNICIAN,
  /** When we come. A visit that came late breaks it. */
  ARRIVAL_WINDOW,
  CALL_AHEAD,
  PRICE,
  OTHER
}
