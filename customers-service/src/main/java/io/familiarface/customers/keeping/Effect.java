package io.familiarface.customers.keeping;

/** What the coming of somebody other than the usual technician does to "I will be yours". */
public enum Effect {
  /** A technician change: the promise is broken. */
  STRANGER_CAME,
  /** For good, told of and introduced before the visit: the promise is released. */
  HANDED_OVER,
  /** The customer asked for another technician for good: the promise is released. */
  WANTED_FOR_GOOD,
  /** The customer asked for another technician this once: nothing happens to the promise. */
  WANTED_ONCE;

  boolean breaks() {
    return this == STRANGER_CAME;
  }

  boolean releases() {
    return this == HANDED_OVER || this == WANTED_FOR_GOOD;
  }
}
