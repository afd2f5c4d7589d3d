package io.familiarface.risk.finding;

import io.familiarface.risk.reason.FindingLevel;
import io.familiarface.risk.reason.ReasonCode;
import java.util.Optional;

/** We said a complaint was settled, and it was not. */
final class CaseReopened implements FindingRule {

  @Override
  public Optional<Finding> find(RuleContext situation) {
    var reopened =
        situation.within(situation.settings().reopenedDays(), situation.customer().reopenings());
    if (reopened.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.of(
            ReasonCode.CASE_REOPENED,
            FindingLevel.FLAG,
            "complaint",
            reopened,
            wording ->
                "A complaint that we had settled came back on "
                    + FindingText.days(reopened, wording)
                    + "."));
  }
}
