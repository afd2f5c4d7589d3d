package io.familiarface.feedback.followup;

import java.util.UUID;

/** The refusals that several use cases share. */
final class Refusal {
  private Refusal() {}

  static RuntimeException noSuch(UUID id) {
    return FollowUpProblem.NO_SUCH_FOLLOW_UP.because("There is no follow-up " + id + ".");
  }

  static void unlessOpen(FollowUp followUp) {
    if (followUp.state() != State.OPEN) {
      throw FollowUpProblem.FOLLOW_UP_CLOSED.because(
          "This follow-up is "
              + followUp.state()
              + " since "
              + followUp.closedAt()
              + "; only an open one can be changed. Read it again to see what came of it.");
    }
  }
}
