package io.familiarface.feedback.followup;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of a try to call. */
@Schema(name = "CallOutcome")
public enum CallOutcome {
  REACHED(FollowUpState.DONE),
  NO_ANSWER(FollowUpState.OPEN),
  /** The customer asked for another time. */
  CALL_BACK(FollowUpState.OPEN),
  WRONG_NUMBER(FollowUpState.OPEN),
  /** Somebody decided that no call is needed, and says why. */
  NOT_NEEDED(FollowUpState.DROPPED);

  private final FollowUpState leadsTo;

  CallOutcome(FollowUpState leadsTo) {
    this.leadsTo = leadsTo;
  }

  FollowUpState leadsTo() {
    return leadsTo;
  }

  /** Whether the customer was spoken with. */
  boolean isTalk() {
    return this == REACHED || this == CALL_BACK;
  }

  boolean closes() {
    return leadsTo != FollowUpState.OPEN;
  }
}
