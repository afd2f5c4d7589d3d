package io.familiarface.feedback.risk;

/** The probability in three words. */
public enum Band {
  LOW,
  ELEVATED,
  HIGH
}
