package io.familiarface.risk.signal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A service agreement began: who is to come ({@code null} when nobody was named), how many days lie
 * between two visits, and from when on its rule asks for none any more ({@code null} when it has no
 * end). A changed agreement is sent again under the same key.
 */
public record AgreementStarted(
    UUID agreementId, Instant at, UUID technicianId, double visitIntervalDays, Instant endsAt)
    implements Signal {

  public AgreementStarted {
    Objects.requireNonNull(agreementId, "agreementId");
    Objects.requireNonNull(at, "at");
    if (!(visitIntervalDays > 0) || Double.isInfinite(visitIntervalDays)) {
      throw new IllegalArgumentException("visitIntervalDays must be a positive number of days");
    }
  }

  /** One whose rule has no end. */
  public AgreementStarted(
      UUID agreementId, Instant at, UUID technicianId, double visitIntervalDays) {
    this(agreementId, at, technicianId, visitIntervalDays, null);
  }

  @Override
  public SignalKind kind() {
    return SignalKind.AGREEMENT_STARTED;
  }

  @Override
  public SignalKey key() {
    return keyOf(agreementId);
  }

  /** The key under which the start of an agreement is known. */
  public static SignalKey keyOf(UUID agreementId) {
    return SignalKey.of("agreement", agreementId, "start");
  }
}
