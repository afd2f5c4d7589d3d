package io.familiarface.risk.signal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** A customer draws back a little: pauses, agrees on fewer visits, or asks to move one. */
public record Disengaged(UUID disengagementId, Instant at, Disengagement how) implements Signal {

  public Disengaged {
    Objects.requireNonNull(disengagementId, "disengagementId");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(how, "how");
  }

  @Override
  public SignalKind kind() {
    return SignalKind.DISENGAGED;
  }

  @Override
  public SignalKey key() {
    return keyOf(disengagementId);
  }

  public static SignalKey keyOf(UUID disengagementId) {
    return SignalKey.of("disengagement", disengagementId);
  }
}
