package io.familiarface.customers.customer;

public enum Kind {
  HOUSEHOLD,
  BUSINESS
}
