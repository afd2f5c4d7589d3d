package io.familiarface.risk.signal;

/** What is wrong with an invoice. */
public enum InvoiceTrouble {
  OVERDUE,
  DISPUTED
}
