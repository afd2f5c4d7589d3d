package io.familiarface.feedback.risk;

/** Where the customer stands: nothing agreed yet, served, or gone. */
public enum Standing {
  PROSPECT,
  ACTIVE,
  CANCELLED
}
