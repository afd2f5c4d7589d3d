package io.familiarface.risk.state;

import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.signal.VisitCompleted;
import io.familiarface.risk.signal.VisitMissed;
import io.familiarface.risk.signal.VisitNotMade;
import java.util.UUID;

/** What visits do to the state, and to the agreement that they belong to. */
final class VisitUpdater {

  private final CustomerState state;
  private final HalfLives halfLives;

  VisitUpdater(CustomerState state, HalfLives halfLives) {
    this.state = state;
    this.halfLives = halfLives;
  }

  void completed(VisitCompleted visit, long at) {
    var track = track(visit.agreementId(), at);
    var step = track.take(visit);
    var slot = state.technicians.add(TechnicianCounts.hash(visit.technicianId()), state.window);
    state.window.add(at, slot);
    state.completed++;
    switch (visit.onTime()) {
      case YES -> state.onTime++;
      case NO -> {
        state.late++;
        state.remember(ReferenceKind.LATE_VISIT, visit.visitId(), at, 0);
        add(DecayingSignal.LATE, 1, at);
      }
      case UNKNOWN -> {}
    }
    switch (step.outcome()) {
      case BY_USUAL -> byUsual(at);
      case HANDED_OVER -> {
        byUsual(at);
        add(DecayingSignal.GOOD_HANDOVER, 1, at);
      }
      case REQUESTED_ONCE -> state.inRow = 0;
      case REQUESTED_FOR_GOOD -> {}
      case TECHNICIAN_CHANGE -> changed(visit, step.expected(), at);
    }
  }

  private void byUsual(long at) {
    state.inRow++;
    add(DecayingSignal.LOYALTY, 1, at);
  }

  private void changed(VisitCompleted visit, UUID usual, long at) {
    state.changes++;
    state.inRow = 0;
    state.recentChanges.add(
        new TechnicianChange(
            visit.visitId(),
            at,
            usual,
            visit.technicianId(),
            visit.changeReason(),
            visit.permanence(),
            visit.told(),
            visit.introduced()));
    add(DecayingSignal.FAILURE, 1, at);
    switch (visit.permanence()) {
      case THIS_VISIT -> add(DecayingSignal.SUBSTITUTION, 1, at);
      case FOR_GOOD -> add(DecayingSignal.HANDOVER, 1, at);
      case UNKNOWN -> add(DecayingSignal.UNCLEAR_CHANGE, 1, at);
    }
    unlessYes(visit.told(), DecayingSignal.UNTOLD, DecayingSignal.TOLD_UNKNOWN, at);
    unlessYes(
        visit.introduced(), DecayingSignal.NOT_INTRODUCED, DecayingSignal.INTRODUCTION_UNKNOWN, at);
  }

  private void unlessYes(Answer answer, DecayingSignal ifNo, DecayingSignal ifUnknown, long at) {
    switch (answer) {
      case YES -> {}
      case NO -> add(ifNo, 1, at);
      case UNKNOWN -> add(ifUnknown, 1, at);
    }
  }

  void missed(VisitMissed visit, long at) {
    track(visit.agreementId(), at).occasion(at);
    state.missed++;
    state.remember(ReferenceKind.MISSED_VISIT, visit.visitId(), at, 0);
    add(DecayingSignal.MISSED, 1, at);
    add(DecayingSignal.FAILURE, 1, at);
  }

  /** The customer was not let down; the next visit is due as if this one had been. */
  void notMade(VisitNotMade visit, long at) {
    track(visit.agreementId(), at).occasion(at);
  }

  AgreementState track(UUID agreementId, long at) {
    for (var track : state.agreements.list()) {
      if (track.id().equals(agreementId)) {
        return track;
      }
    }
    var track = new AgreementState(agreementId, at);
    state.agreements.add(track);
    return track;
  }

  private void add(DecayingSignal signal, double amount, long at) {
    state.sums.add(signal, amount, at, halfLives);
  }
}
