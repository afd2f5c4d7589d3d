package io.familiarface.risk.reason;

/** How loud a finding is: something to keep an eye on, or reason enough to flag the customer. */
public enum FindingLevel {
  WATCH,
  FLAG
}
