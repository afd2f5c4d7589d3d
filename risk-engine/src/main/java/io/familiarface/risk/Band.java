package io.familiarface.risk;

/** The probability in three words. */
public enum Band {
  LOW,
  ELEVATED,
  HIGH
}
