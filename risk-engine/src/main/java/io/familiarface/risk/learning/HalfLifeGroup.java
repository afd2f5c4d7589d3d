package io.familiarface.risk.learning;

import io.familiarface.risk.state.Fade;
import java.util.List;

/** Signals that fade alike, so that few numbers have to be chosen from little data. */
enum HalfLifeGroup {
  CHANGES(
      Fade.SUBSTITUTION,
      Fade.HANDOVER,
      Fade.UNCLEAR_CHANGE,
      Fade.UNTOLD,
      Fade.TOLD_UNKNOWN,
      Fade.NOT_INTRODUCED,
      Fade.INTRODUCTION_UNKNOWN,
      Fade.GOOD_HANDOVER,
      Fade.FAILURE),
  PROMISES(Fade.BROKEN_PROMISE),
  SERVICE(Fade.MISSED, Fade.LATE, Fade.SURPRISE),
  COMPLAINTS(Fade.COMPLAINT, Fade.REOPENED, Fade.RECOVERED),
  FEELINGS(Fade.DISTRESS, Fade.SATISFACTION);

  private final List<Fade> fades;

  HalfLifeGroup(Fade... fades) {
    this.fades = List.of(fades);
  }

  List<Fade> fades() {
    return fades;
  }
}
