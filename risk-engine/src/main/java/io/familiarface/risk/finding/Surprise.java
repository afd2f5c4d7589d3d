package io.familiarface.risk.finding;

import io.familiarface.risk.reason.ReasonCode;
import java.util.Optional;

/** Something changed and the customer had not been told first. */
final class Surprise implements FindingRule {

  @Override
  public Optional<Finding> find(RuleContext situation) {
    var surprises =
        situation.within(situation.settings().surpriseDays(), situation.customer().surprises());
    if (surprises.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.watch(
            ReasonCode.SURPRISE,
            "surprise",
            surprises,
            wording ->
                "Something moved or changed on "
                    + FindingText.days(surprises, wording)
                    + " without their having been told first."));
  }
}
