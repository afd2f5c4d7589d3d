package io.familiarface.risk.engine;

/** The probability in three words. */
public enum Band {
  LOW,
  ELEVATED,
  HIGH
}
