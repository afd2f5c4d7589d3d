package io.familiarface.rest.privacy;

/** How far an erasure is. */
public enum ErasureState {
  /** Not told yet, or never. */
  PENDING,
  DONE
}
