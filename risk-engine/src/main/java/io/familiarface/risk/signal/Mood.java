package io.familiarface.risk.signal;

/** How the customer felt when somebody spoke with them. */
public enum Mood {
  CALM,
  ANXIOUS,
  DISTRESSED,
  ANGRY,
  GRATEFUL
}
