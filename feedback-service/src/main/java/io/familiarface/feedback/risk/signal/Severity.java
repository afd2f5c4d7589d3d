package io.familiarface.feedback.risk.signal;

/** How bad a complaint is. */
public enum Severity {
  LOW,
  MEDIUM,
  HIGH
}
