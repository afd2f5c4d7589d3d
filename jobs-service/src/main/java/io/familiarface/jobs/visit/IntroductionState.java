package io.familiarface.jobs.visit;

/** How far an introduction has come. */
public enum IntroductionState {
  OPEN,
  /** The customer has met whoever comes next, with whom they know beside. */
  DONE,
  /** It is not to be, or no longer can. */
  DROPPED
}
