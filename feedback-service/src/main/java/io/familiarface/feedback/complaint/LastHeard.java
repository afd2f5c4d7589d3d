package io.familiarface.feedback.complaint;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** By whichever way: whether a customer has let us hear from them. */
public interface LastHeard {
  /**
   * @param what they did, as it is told after "the customer"
   */
  record Word(Instant at, String what) {}

  /** The last word of a customer at or after an instant. */
  Optional<Word> since(UUID customer, Instant since);
}
