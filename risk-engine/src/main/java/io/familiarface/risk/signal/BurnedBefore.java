package io.familiarface.risk.signal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** We heard that they came to us hurt by another company. */
public record BurnedBefore(UUID customerId, Instant at) implements Signal {

  public BurnedBefore {
    Objects.requireNonNull(customerId, "customerId");
    Objects.requireNonNull(at, "at");
  }

  @Override
  public SignalKind kind() {
    return SignalKind.BURNED_BEFORE;
  }

  @Override
  public SignalKey key() {
    return SignalKey.of("burned", customerId);
  }
}
