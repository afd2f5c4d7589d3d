package io.familiarface.risk.state;

/** What a customer's {@link DatedReference}s are about, and how many of each are remembered. */
public enum ReferenceKind {
  /** Complaints, settled or not. */
  COMPLAINT("complaint", 2),
  MISSED_VISIT("visit", 2),
  LATE_VISIT("visit", 1),
  SURPRISE("surprise", 2),
  /** The degree is the ordinal of how. */
  DISENGAGEMENT("disengagement", 2),
  REOPENING("complaint", 2),
  BAD_MOOD("interaction", 2),
  /** Feedback with marks; the degree is the mark from 1 to 5 in tenths. */
  MARK("feedback", 2),
  /** Requests for feedback since any was given. */
  UNANSWERED_REQUEST("request", 4),
  /** Invoices in trouble; the degree is the trouble's ordinal. */
  TROUBLED_INVOICE("invoice", 3);

  private final String evidenceType;
  private final int remembered;

  ReferenceKind(String evidenceType, int remembered) {
    this.evidenceType = evidenceType;
    this.remembered = remembered;
  }

  public String evidenceType() {
    return evidenceType;
  }

  int remembered() {
    return remembered;
  }
}
