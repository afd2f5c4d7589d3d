package io.familiarface.customers.trait;

/** What became of an expectation. */
public enum Standing {
  /** We said that we meet it. */
  ACCEPTED,
  /** We said at the start that we can't meet it. */
  DECLINED_UP_FRONT,
  /** Nobody has answered it yet. */
  OPEN
}
