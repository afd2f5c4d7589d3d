package io.familiarface.risk;

/** How loud a finding is: something to keep an eye on, or reason enough to flag the customer. */
public enum Level {
  WATCH,
  FLAG
}
