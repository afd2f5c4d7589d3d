package io.familiarface.risk.signal;

/** Yes, no, or nobody knows: unknown is a level of its own and never means no. */
public enum Answer {
  YES,
  NO,
  UNKNOWN;

  public static Answer of(Boolean value) {
    if (value == null) {
      return UNKNOWN;
    }
    return value ? YES : NO;
  }
}
