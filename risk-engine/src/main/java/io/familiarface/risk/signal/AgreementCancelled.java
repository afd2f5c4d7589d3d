package io.familiarface.risk.signal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** The customer ended an agreement. The reason is a code of the company's list, or null. */
public record AgreementCancelled(UUID agreementId, Instant at, String reason) implements Signal {

  public AgreementCancelled {
    Objects.requireNonNull(agreementId, "agreementId");
    Objects.requireNonNull(at, "at");
  }

  @Override
  public SignalKind kind() {
    return SignalKind.AGREEMENT_CANCELLED;
  }

  @Override
  public SignalKey key() {
    return keyOf(agreementId);
  }

  /** The key under which the end of an agreement is known. */
  public static SignalKey keyOf(UUID agreementId) {
    return SignalKey.of("agreement", agreementId, "cancel");
  }
}
