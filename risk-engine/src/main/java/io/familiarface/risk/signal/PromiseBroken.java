package io.familiarface.risk.signal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A promise was broken, by a visit where {@code visitId} is not null. A promise can be broken more
 * than once.
 */
public record PromiseBroken(UUID promiseId, PromiseKind promise, Instant at, UUID visitId)
    implements Signal {

  public PromiseBroken {
    Objects.requireNonNull(promiseId, "promiseId");
    Objects.requireNonNull(promise, "promise");
    Objects.requireNonNull(at, "at");
  }

  @Override
  public SignalKind kind() {
    return SignalKind.PROMISE_BROKEN;
  }

  @Override
  public SignalKey key() {
    return SignalKey.of("promise", promiseId, "broken/" + (visitId == null ? at : visitId));
  }
}
