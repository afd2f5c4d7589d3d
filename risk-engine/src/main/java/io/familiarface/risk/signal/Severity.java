package io.familiarface.risk.signal;

/** How bad a complaint is. */
public enum Severity {
  LOW,
  MEDIUM,
  HIGH
}
