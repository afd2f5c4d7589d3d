package io.familiarface.risk.signal;

/** How a customer draws back without leaving. */
public enum Disengagement {
  /** Wants nobody to come for a while. */
  PAUSED,
  /** Agreed on fewer visits. */
  LESS_OFTEN,
  /** Asked that a visit be moved; that we move one is no such thing. */
  RESCHEDULED
}
