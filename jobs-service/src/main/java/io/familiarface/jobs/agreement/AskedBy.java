package io.familiarface.jobs.agreement;

/** Who wanted it otherwise than it was agreed: the customer, who knows of it then, or we. */
public enum AskedBy {
  CUSTOMER,
  COMPANY
}
