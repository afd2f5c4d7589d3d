package io.familiarface.risk.signal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A visit did not take place, and the customer waited for nobody: they knew before, or were not
 * there themselves. It shares its key with the completed and the missed visit.
 */
public record VisitNotMade(UUID visitId, UUID agreementId, Instant at, Why why) implements Signal {

  public VisitNotMade {
    Objects.requireNonNull(visitId, "visitId");
    Objects.requireNonNull(agreementId, "agreementId");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(why, "why");
  }

  @Override
  public SignalKind kind() {
    return SignalKind.VISIT_NOT_MADE;
  }

  @Override
  public SignalKey key() {
    return SignalKey.of("visit", visitId);
  }

  /** Why nobody waited. */
  public enum Why {
    /** We called it off before its day, and the customer was told before its time. */
    CALLED_OFF,
    /** We came, and the customer was not there. */
    CUSTOMER_NOT_THERE
  }
}
