package io.familiarface.risk.signal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** A promise was given; {@code technicianId} is who it names, or null. */
public record PromiseMade(UUID promiseId, PromiseKind promise, Instant at, UUID technicianId)
    implements Signal {

  public PromiseMade {
    Objects.requireNonNull(promiseId, "promiseId");
    Objects.requireNonNull(promise, "promise");
    Objects.requireNonNull(at, "at");
  }

  @Override
  public SignalKind kind() {
    return SignalKind.PROMISE_MADE;
  }

  @Override
  public SignalKey key() {
    return SignalKey.of("promise", promiseId, "made");
  }
}
