package io.familiarface.jobs.plan.problem;

/** What a plan would do with a visit. */
public enum Proposal {
  /** Somebody else comes at the same time. */
  SEND,
  /** Whoever usually comes does so at another time. */
  MOVE,
  /** Nothing fits: a person has to find a way. */
  LEAVE
}
