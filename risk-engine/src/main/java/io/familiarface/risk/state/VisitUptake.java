package io.familiarface.risk.state;

import io.familiarface.risk.continuity.RunningCounts;
import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.signal.Permanence;
import io.familiarface.risk.signal.VisitCompleted;
import io.familiarface.risk.signal.VisitMissed;
import java.util.UUID;

/** What visits do to the state, and to the agreement that they belong to. */
final class VisitUptake {

  private final CustomerState state;
  private final HalfLives halfLives;

  VisitUptake(CustomerState state, HalfLives halfLives) {
    this.state = state;
    this.halfLives = halfLives;
  }

  void completed(VisitCompleted visit, long at) {
    var track = track(visit.agreementId(), at);
    var expected = track.expectedBy(visit);
    var outcome = track.take(visit);
    var slot = state.technicians.add(RunningCounts.hash(visit.technicianId()), state.window);
    state.window.add(at, slot);
    state.completed++;
    switch (visit.onTime()) {
      case YES -> state.onTime++;
      case NO -> {
        state.late++;
        state.lateVisits.add(new Trace(visit.visitId(), at, 0));
        add(Fade.LATE, 1, at);
      }
      case UNKNOWN -> {}
    }
    switch (outcome) {
      case BY_USUAL -> byUsual(at);
      case GOOD_HANDOVER -> {
        byUsual(at);
        add(Fade.GOOD_HANDOVER, 1, at);
      }
      case BY_REQUEST -> {
        if (visit.permanence() != Permanence.FOR_GOOD) {
          state.inRow = 0;
        }
      }
      case CHANGE -> changed(visit, expected, at);
    }
  }

  private void byUsual(long at) {
    state.inRow++;
    add(Fade.LOYALTY, 1, at);
  }

  private void changed(VisitCompleted visit, UUID usual, long at) {
    state.changes++;
    state.inRow = 0;
    state.recentChanges.add(
        new Change(
            visit.visitId(),
            at,
            usual,
            visit.technicianId(),
            visit.changeReason(),
            visit.permanence(),
            visit.told(),
            visit.introduced()));
    add(Fade.FAILURE, 1, at);
    switch (visit.permanence()) {
      case THIS_VISIT -> add(Fade.SUBSTITUTION, 1, at);
      case FOR_GOOD -> add(Fade.HANDOVER, 1, at);
      case UNKNOWN -> add(Fade.UNCLEAR_CHANGE, 1, at);
    }
    unlessYes(visit.told(), Fade.UNTOLD, Fade.TOLD_UNKNOWN, at);
    unlessYes(visit.introduced(), Fade.NOT_INTRODUCED, Fade.INTRODUCTION_UNKNOWN, at);
  }

  private void unlessYes(Answer answer, Fade ifNo, Fade ifUnknown, long at) {
    switch (answer) {
      case YES -> {}
      case NO -> add(ifNo, 1, at);
      case UNKNOWN -> add(ifUnknown, 1, at);
    }
  }

  void missed(VisitMissed visit, long at) {
    track(visit.agreementId(), at).occasion(at);
    state.missed++;
    state.missedVisits.add(new Trace(visit.visitId(), at, 0));
    add(Fade.MISSED, 1, at);
    add(Fade.FAILURE, 1, at);
  }

  AgreementTrack track(UUID agreementId, long at) {
    for (var track : state.agreements.list()) {
      if (track.id().equals(agreementId)) {
        return track;
      }
    }
    makeRoom();
    var track = new AgreementTrack(agreementId, at);
    state.agreements.add(track);
    return track;
  }

  /** An agreement that has ended goes first; one that runs only when all of them do. */
  private void makeRoom() {
    var all = state.agreements.list();
    if (all.size() < 3) {
      return;
    }
    var ended = all.stream().filter(track -> !track.active()).findFirst();
    ended.ifPresent(gone -> state.agreements.removeIf(track -> track == gone));
  }

  private void add(Fade fade, double amount, long at) {
    state.sums.add(fade, amount, at, halfLives);
  }
}
