package io.familiarface.feedback.history;

import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.signal.SignalKey;
import java.util.Objects;
import java.util.UUID;

/**
 * Something learned about a customer's history: a signal at a revision of the thing it is about, or
 * (without a signal) that there is no such signal any more. The newest revision of a key wins,
 * whatever order they come in.
 */
public record Change(UUID customerId, SignalKey key, Source source, long revision, Signal signal) {

  public Change {
    Objects.requireNonNull(customerId, "customerId");
    Objects.requireNonNull(key, "key");
  }

  public static Change happened(UUID customerId, Source source, long revision, Signal signal) {
    return new Change(customerId, signal.key(), source, revision, signal);
  }

  public static Change withdrawn(UUID customerId, Source source, long revision, SignalKey key) {
    return new Change(customerId, key, source, revision, null);
  }

  public Name name() {
    return new Name(customerId, key);
  }

  /** Whether this one wins over what was known, if anything was. */
  public boolean newerThan(Change other) {
    return other == null || revision > other.revision;
  }

  /** Names a signal across revisions and customers. */
  public record Name(UUID customerId, SignalKey key) {}
}
