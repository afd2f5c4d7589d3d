package io.familiarface.risk.advice;

import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.state.AgreementState;
import io.familiarface.risk.state.CustomerState;
import io.familiarface.risk.whatif.HypotheticalVisit;
import io.familiarface.risk.whatif.VisitConsequences;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The visit that comes next.
 *
 * @param agreementId null for the customer's only (or first running) agreement
 * @param at when it is planned, or due by the cadence of the agreement
 * @param scheduled whether somebody has put it on a day
 * @param asPlanned how it is planned to go, or null when nobody is planned for it
 */
public record DueVisit(
    UUID agreementId, Instant at, boolean scheduled, HypotheticalVisit asPlanned) {

  public static DueVisit planned(HypotheticalVisit visit) {
    return new DueVisit(visit.agreementId(), visit.scheduledAt(), true, visit);
  }

  public static DueVisit withoutTechnician(UUID agreementId, Instant at) {
    return new DueVisit(agreementId, at, true, null);
  }

  /** What is due by the cadence when nothing is planned; today when that is over already. */
  public static Optional<DueVisit> byCadence(CustomerState state, Instant now) {
    return Optional.ofNullable(VisitConsequences.agreementOf(state, null))
        .filter(AgreementState::active)
        .map(
            track -> {
              var due =
                  EpochMicros.plusDays(track.lastOccasionAt(), Math.rint(track.intervalDays()));
              var at = Math.max(due, EpochMicros.of(now));
              return new DueVisit(track.id(), EpochMicros.instant(at), false, null);
            });
  }
}
