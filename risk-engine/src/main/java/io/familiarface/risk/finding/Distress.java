package io.familiarface.risk.finding;

import io.familiarface.risk.reason.ReasonCode;
import java.util.Optional;

/** Somebody heard the customer distressed or angry. */
final class Distress implements FindingRule {

  @Override
  public Optional<Finding> find(RuleContext situation) {
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
            wording ->
                "They were distressed or angry on " + FindingText.days(moods, wording) + "."));
  }
}
