package io.familiarface.risk.signal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** A promise was kept and asks for nothing more. */
public record PromiseKept(UUID promiseId, Instant at) implements Signal {

  public PromiseKept {
    Objects.requireNonNull(promiseId, "promiseId");
    Objects.requireNonNull(at, "at");
  }

  @Override
  public SignalKind kind() {
    return SignalKind.PROMISE_KEPT;
  }

  @Override
  public SignalKey key() {
    return SignalKey.of("promise", promiseId, "decided");
  }
}
