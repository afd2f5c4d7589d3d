package io.familiarface.risk.state;

/** What has become of a flag, as far as history alone decides it. */
public enum FlagState {
  RAISED,
  CLEARED,
  KEPT,
  LOST
}
