package io.familiarface.customers.customer;

public enum Status {
  ACTIVE,
  LET_GO
}
