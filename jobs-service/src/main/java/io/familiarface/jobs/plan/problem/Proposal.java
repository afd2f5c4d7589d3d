package io.familiarface.jobs.plan.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a plan would do with a visit. */
@Schema(
    description =
        "SEND: somebody else comes at the same time; MOVE: whoever usually comes does "
            + "so at another time; LEAVE: nothing fits, a person has to find a way.")
public enum Proposal {
  /** Somebody else comes at the same time. */
  SEND,
  /** Whoever usually comes does so at another time. */
  MOVE,
  /** Nothing fits: a person has to find a way. */
  LEAVE
}
