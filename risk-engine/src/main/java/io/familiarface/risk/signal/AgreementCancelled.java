package io.familiarface.risk.signal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * An agreement was ended, nearly always by the customer.
 *
 * @param reason a code of the company's list, or null
 */
public record AgreementCancelled(UUID agreementId, Instant at, String reason) implements Signal {
  /** The reason where the company let the customer go. */
  public static final String BY_COMPANY = "LET_GO";

  public AgreementCancelled {
    Objects.requireNonNull(agreementId, "agreementId");
    Objects.requireNonNull(at, "at");
  }

  /** Whether the company let the customer go, which is nothing that could have been foreseen. */
  public boolean isByCompany() {
    return BY_COMPANY.equals(reason);
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
