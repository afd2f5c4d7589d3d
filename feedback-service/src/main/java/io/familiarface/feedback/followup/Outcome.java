package io.familiarface.feedback.followup;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of a try to call. */
@Schema(name = "CallOutcome")
enum Outcome {
  REACHED(State.DONE),
  NO_ANSWER(State.OPEN),
  /** She asked for another time. */
  CALL_BACK(State.OPEN),
  WRONG_NUMBER(State.OPEN),
  /** Somebody decided that no call is needed, and says why. */
  NOT_NEEDED(State.DROPPED);

  private final State leadsTo;

  Outcome(State leadsTo) {
    this.leadsTo = leadsTo;
  }

  State leadsTo() {
    return leadsTo;
  }

  boolean closes() {
    return leadsTo != State.OPEN;
  }
}
