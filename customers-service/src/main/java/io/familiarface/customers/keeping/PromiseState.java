package io.familiarface.customers.keeping;

public enum PromiseState {
  STANDING,
  KEPT,
  BROKEN,
  RELEASED
}
