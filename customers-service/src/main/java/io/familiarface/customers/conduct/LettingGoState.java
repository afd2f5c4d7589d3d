package io.familiarface.customers.conduct;

/** How far letting somebody go has come. */
public enum LettingGoState {
  /** Somebody says so; another person has to agree. */
  PROPOSED,
  LET_GO,
  /** Taken back, before the approval or within some days after it. */
  UNDONE
}
