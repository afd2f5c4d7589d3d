package io.familiarface.history.value;

/** What a company writes about how a visit went. */
public enum Outcome {
  COMPLETED("COMPLETED", null),
  MISSED("MISSED", null),
  MISSED_BY_TECHNICIAN("MISSED", "TECHNICIAN_DID_NOT_COME"),
  MISSED_NOBODY_FREE("MISSED", "NO_TECHNICIAN_AVAILABLE"),
  MISSED_BY_CUSTOMER("MISSED", "CUSTOMER_NOT_THERE"),
  MISSED_FOR_WEATHER("MISSED", "WEATHER"),
  PLANNED("PLANNED", null),
  /** Called off or moved before the day: no visit, and nobody was let down on the doorstep. */
  CALLED_OFF(null, null);

  private final String visitState;
  private final String missedReason;

  Outcome(String visitState, String missedReason) {
    this.visitState = visitState;
    this.missedReason = missedReason;
  }

  /** As jobs-service calls it. */
  public String visitState() {
    return visitState;
  }

  /** As jobs-service calls it, or null for unknown. */
  public String missedReason() {
    return missedReason;
  }

  public boolean isMissed() {
    return "MISSED".equals(visitState);
  }
}
