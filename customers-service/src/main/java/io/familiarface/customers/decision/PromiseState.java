package io.familiarface.customers.decision;

public enum PromiseState {
  STANDING,
  KEPT,
  BROKEN,
  RELEASED
}
