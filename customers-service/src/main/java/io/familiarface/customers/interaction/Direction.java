package io.familiarface.customers.interaction;

/** Who spoke first: INBOUND is the customer, OUTBOUND is us. */
public enum Direction {
  INBOUND,
  OUTBOUND
}
