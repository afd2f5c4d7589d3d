package io.familiarface.risk.signal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Something moved or somebody changed without the customer having been told first. */
public record Surprised(UUID surpriseId, Instant at) implements Signal {

  public Surprised {
    Objects.requireNonNull(surpriseId, "surpriseId");
    Objects.requireNonNull(at, "at");
  }

  @Override
  public SignalKind kind() {
    return SignalKind.SURPRISED;
  }

  @Override
  public SignalKey key() {
    return SignalKey.of("surprise", surpriseId);
  }
}
