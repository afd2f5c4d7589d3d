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
public record SignalChange(
    UUID customerId, SignalKey key, SignalSource source, long revision, Signal signal) {

  public SignalChange {
    Objects.requireNonNull(customerId, "customerId");
    Objects.requireNonNull(key, "key");
  }

  public static SignalChange happened(
      UUID customerId, SignalSource source, long revision, Signal signal) {
    return new SignalChange(customerId, signal.key(), source, revision, signal);
  }

  public static SignalChange withdrawn(
      UUID customerId, SignalSource source, long revision, SignalKey key) {
    return new SignalChange(customerId, key, source, revision, null);
  }

  /** The same of another customer. */
  public SignalChange of(UUID another) {
    return new SignalChange(another, key, source, revision, signal);
  }

  public Id id() {
    return new Id(customerId, key);
  }

  /** Whether it is of something that this service has just recorded, so that none was before. */
  public boolean isFirst() {
    return source == SignalSource.FEEDBACK && revision == 0;
  }

  /** Whether this one wins over what was known, if anything was. */
  public boolean newerThan(SignalChange other) {
    return other == null || revision > other.revision;
  }

  /** Names a signal across revisions and customers. */
  public record Id(UUID customerId, SignalKey key) {}
}
