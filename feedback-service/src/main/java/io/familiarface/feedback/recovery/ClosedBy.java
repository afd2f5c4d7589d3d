package io.familiarface.feedback.recovery;

/** What ends a case. */
public enum ClosedBy {
  /** Their own word. */
  CUSTOMER,
  /** Nobody answered, however often they were asked. */
  SILENCE
}
