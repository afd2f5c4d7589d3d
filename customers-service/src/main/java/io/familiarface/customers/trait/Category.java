package io.familiarface.customers.trait;

public enum Category {
  PRIORITY,
  EXPECTATION,
  SENSITIVITY,
  PREFERENCE,
  CARE
}
