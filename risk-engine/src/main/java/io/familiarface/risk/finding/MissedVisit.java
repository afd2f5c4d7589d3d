package io.familiarface.risk.finding;

import io.familiarface.risk.reason.ReasonCode;
import java.util.Optional;

/** Nobody came. */
final class MissedVisit implements FindingRule {

  @Override
  public Optional<Finding> find(RuleContext situation) {
    var missed =
        situation.within(
            situation.settings().missedVisitDays(), situation.customer().missedVisits());
    if (missed.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.watch(
            ReasonCode.MISSED_VISIT,
            "visit",
            missed,
            wording -> "Nobody came on " + FindingText.days(missed, wording) + "."));
  }
}
