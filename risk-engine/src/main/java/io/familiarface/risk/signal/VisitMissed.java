package io.familiarface.risk.signal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Nobody came on the day of a visit, and the customer waited. It shares its key with the completed
 * visit, so that a correction turns one into the other.
 */
public record VisitMissed(UUID visitId, UUID agreementId, Instant at) implements Signal {

  public VisitMissed {
    Objects.requireNonNull(visitId, "visitId");
    Objects.requireNonNull(agreementId, "agreementId");
    Objects.requireNonNull(at, "at");
  }

  @Override
  public SignalKind kind() {
    return SignalKind.VISIT_MISSED;
  }

  @Override
  public SignalKey key() {
    return SignalKey.of("visit", visitId);
  }
}
