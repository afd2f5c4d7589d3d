package io.familiarface.risk.finding;

import io.familiarface.risk.ReasonCode;
import java.util.Optional;

/** Somebody heard her distressed or angry. */
final class Distress implements Rule {

  @Override
  public Optional<Finding> find(Situation situation) {
    var moods =
        situation.within(situation.settings().distressDays(), situation.customer().badMoods());
    if (moods.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.watch(
            ReasonCode.DISTRESS,
            "interaction",
            moods,
            wording -> "She was distressed or angry on " + Words.days(moods, wording) + "."));
  }
}
