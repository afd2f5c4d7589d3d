package io.familiarface.risk.signal;

/** Whether a technician change is meant to last. */
public enum Permanence {
  FOR_GOOD,
  THIS_VISIT,
  UNKNOWN
}
