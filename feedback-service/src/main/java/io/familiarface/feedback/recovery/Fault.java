package io.familiarface.feedback.recovery;

/** Whose fault it was. */
public enum Fault {
  OURS,
  SUPPLIER,
  CUSTOMER,
  NOBODY
}
