package io.familiarface.risk.whatif;

import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.signal.PromiseBroken;
import io.familiarface.risk.signal.PromiseKind;
import io.familiarface.risk.signal.PromiseReleased;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.signal.VisitCompleted;
import io.familiarface.risk.state.ActivePromise;
import io.familiarface.risk.state.AgreementState;
import io.familiarface.risk.state.CustomerState;
import io.familiarface.technicianchange.VisitOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The signals that a visit would send if it took place, what it would do to promises about the
 * technician included.
 */
public final class VisitConsequences {

  private static final UUID NOT_A_REAL_ONE = new UUID(0, 0);

  private final VisitOutcome outcome;
  private final VisitCompleted visit;
  private final List<ActivePromise> concerned;

  VisitConsequences(CustomerState state, HypotheticalVisit planned, Instant at) {
    var track = agreementOf(state, planned.agreementId());
    visit =
        new VisitCompleted(
            NOT_A_REAL_ONE,
            track == null ? NOT_A_REAL_ONE : track.id(),
            at,
            planned.technicianId(),
            track == null ? null : track.usual(),
            planned.changeReason(),
            planned.permanence(),
            planned.told(),
            planned.introduced(),
            Answer.UNKNOWN);
    outcome = track == null ? VisitOutcome.BY_USUAL : track.outcomeOf(visit);
    concerned =
        state.promises().stream()
            .filter(promise -> promise.promise() == PromiseKind.SAME_TECHNICIAN)
            .filter(promise -> !planned.technicianId().equals(promise.technicianId()))
            .toList();
  }

  public boolean isTechnicianChange() {
    return outcome.isTechnicianChange();
  }

  public List<UUID> promisesBroken() {
    return isTechnicianChange() ? ids() : List.of();
  }

  public List<UUID> promisesReleased() {
    return outcome.releasesPromise() ? ids() : List.of();
  }

  public List<Signal> signals() {
    var signals = new ArrayList<Signal>();
    signals.add(visit);
    promisesBroken()
        .forEach(
            id ->
                signals.add(
                    new PromiseBroken(
                        id, PromiseKind.SAME_TECHNICIAN, visit.at(), visit.visitId())));
    promisesReleased()
        .forEach(id -> signals.add(new PromiseReleased(id, visit.at(), visit.visitId())));
    signals.sort(Signal.ORDER);
    return signals;
  }

  private List<UUID> ids() {
    return concerned.stream().map(ActivePromise::promiseId).toList();
  }

  /** The agreement; of a visit without one that which it is meant for: the first that runs. */
  public static AgreementState agreementOf(CustomerState state, UUID agreementId) {
    var all = state.agreements();
    if (agreementId != null) {
      return all.stream().filter(one -> one.id().equals(agreementId)).findFirst().orElse(null);
    }
    return all.stream()
        .filter(AgreementState::active)
        .findFirst()
        .or(() -> all.stream().findFirst())
        .orElse(null);
  }
}
