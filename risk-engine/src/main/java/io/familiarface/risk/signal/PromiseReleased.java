package io.familiarface.risk.signal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * The customer was freed of a promise in good order, by a visit where {@code visitId} is not null.
 */
public record PromiseReleased(UUID promiseId, Instant at, UUID visitId) implements Signal {

  public PromiseReleased {
    Objects.requireNonNull(promiseId, "promiseId");
    Objects.requireNonNull(at, "at");
  }

  @Override
  public SignalKind kind() {
    return SignalKind.PROMISE_RELEASED;
  }

  @Override
  public SignalKey key() {
    return SignalKey.of("promise", promiseId, "decided");
  }
}
