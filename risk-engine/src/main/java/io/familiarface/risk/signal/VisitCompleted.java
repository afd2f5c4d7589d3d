package io.familiarface.risk.signal;

import io.familiarface.technicianchange.Permanence;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A visit took place. {@code plannedTechnicianId} is whom the agreement would have sent, or null;
 * {@code told} and {@code introduced} are YES only when that was before the visit.
 */
public record VisitCompleted(
    UUID visitId,
    UUID agreementId,
    Instant at,
    UUID technicianId,
    UUID plannedTechnicianId,
    ChangeReason changeReason,
    Permanence permanence,
    Answer told,
    Answer introduced,
    Answer onTime)
    implements Signal {

  public VisitCompleted {
    Objects.requireNonNull(visitId, "visitId");
    Objects.requireNonNull(agreementId, "agreementId");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(technicianId, "technicianId");
    changeReason = changeReason == null ? ChangeReason.NONE : changeReason;
    permanence = permanence == null ? Permanence.UNKNOWN : permanence;
    told = told == null ? Answer.UNKNOWN : told;
    introduced = introduced == null ? Answer.UNKNOWN : introduced;
    onTime = onTime == null ? Answer.UNKNOWN : onTime;
  }

  @Override
  public SignalKind kind() {
    return SignalKind.VISIT_COMPLETED;
  }

  @Override
  public SignalKey key() {
    return SignalKey.of("visit", visitId);
  }
}
