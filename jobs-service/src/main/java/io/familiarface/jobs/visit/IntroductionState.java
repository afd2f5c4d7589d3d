package io.familiarface.jobs.visit;

/** How far an introduction has come. */
public enum IntroductionState {
  OPEN,
  /** The customer has met whoever comes next, with whom they know beside. */
  DONE,
  /** It is not to be: not wanted, or whoever it was for does not come. */
  DROPPED,
  /** It cannot be when it was to be, and whoever it is for still comes: it needs another time. */
  NEEDED
}
