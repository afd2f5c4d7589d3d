package io.familiarface.feedback.risk.signal;

/** How the customer felt when somebody spoke with her. */
public enum Mood {
  CALM,
  ANXIOUS,
  DISTRESSED,
  ANGRY,
  GRATEFUL
}
