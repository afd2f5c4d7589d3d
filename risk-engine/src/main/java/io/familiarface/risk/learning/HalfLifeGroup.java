package io.familiarface.risk.learning;

import io.familiarface.risk.state.DecayingSignal;
import java.util.List;

/** Signals that fade alike, so that few numbers have to be chosen from little data. */
enum HalfLifeGroup {
  CHANGES(
      DecayingSignal.SUBSTITUTION,
      DecayingSignal.HANDOVER,
      DecayingSignal.UNCLEAR_CHANGE,
      DecayingSignal.UNTOLD,
      DecayingSignal.TOLD_UNKNOWN,
      DecayingSignal.NOT_INTRODUCED,
      DecayingSignal.INTRODUCTION_UNKNOWN,
      DecayingSignal.GOOD_HANDOVER,
      DecayingSignal.FAILURE),
  PROMISES(DecayingSignal.BROKEN_PROMISE),
  SERVICE(DecayingSignal.MISSED, DecayingSignal.LATE, DecayingSignal.SURPRISE),
  COMPLAINTS(DecayingSignal.COMPLAINT, DecayingSignal.REOPENED, DecayingSignal.RECOVERED),
  FEELINGS(DecayingSignal.DISTRESS, DecayingSignal.SATISFACTION);

  private final List<DecayingSignal> fades;

  HalfLifeGroup(DecayingSignal... fades) {
    this.fades = List.of(fades);
  }

  List<DecayingSignal> fades() {
    return fades;
  }
}
