package io.familiarface.risk.whatif;

import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.signal.ChangeReason;
import io.familiarface.technicianchange.Permanence;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A visit that has not happened: what would it do?
 *
 * @param agreementId null for the customer's only (or first running) agreement
 */
public record HypotheticalVisit(
    UUID agreementId,
    UUID technicianId,
    Instant scheduledAt,
    ChangeReason changeReason,
    Permanence permanence,
    Answer told,
    Answer introduced) {

  public HypotheticalVisit {
    Objects.requireNonNull(technicianId, "technicianId");
    Objects.requireNonNull(scheduledAt, "scheduledAt");
    changeReason = changeReason == null ? ChangeReason.NONE : changeReason;
    permanence = permanence == null ? Permanence.UNKNOWN : permanence;
    told = told == null ? Answer.UNKNOWN : told;
    introduced = introduced == null ? Answer.UNKNOWN : introduced;
  }
}
