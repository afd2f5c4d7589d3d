package io.familiarface.customers.keeping;

/** Whether somebody came instead of the usual technician for good or for once. */
public enum Permanence {
  FOR_GOOD,
  THIS_VISIT
}
