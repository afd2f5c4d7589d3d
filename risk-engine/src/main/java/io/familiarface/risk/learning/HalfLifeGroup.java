package io.familiarface.risk.learning;

import io.familiarface.risk.state.DecayingSignal;
import java.util.List;
import java.util.stream.Stream;

/** Signals that signal alike, so that few numbers have to be chosen from little data. */
enum HalfLifeGroup {
  CHANGES(
      Stream.concat(
          DecayingSignal.OF_CHANGES.stream(),
          Stream.of(DecayingSignal.GOOD_HANDOVER, DecayingSignal.FAILURE))),
  PROMISES(DecayingSignal.BROKEN_PROMISE),
  SERVICE(DecayingSignal.MISSED, DecayingSignal.LATE, DecayingSignal.SURPRISE),
  COMPLAINTS(DecayingSignal.COMPLAINT, DecayingSignal.REOPENED, DecayingSignal.RECOVERED),
  FEELINGS(DecayingSignal.DISTRESS, DecayingSignal.SATISFACTION, DecayingSignal.DISENGAGEMENT);

  private final List<DecayingSignal> signals;

  HalfLifeGroup(DecayingSignal... signals) {
    this(Stream.of(signals));
  }

  HalfLifeGroup(Stream<DecayingSignal> signals) {
    this.signals = signals.toList();
  }

  List<DecayingSignal> signals() {
    return signals;
  }
}
