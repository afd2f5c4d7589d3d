package io.familiarface.risk.finding;

import io.familiarface.risk.reason.FindingLevel;
import io.familiarface.risk.reason.ReasonCode;
import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.state.TechnicianChange;
import java.util.Optional;

/** Somebody else stood at the door and nobody had told the customer. Not knowing is no finding. */
final class ChangeWithoutNotice implements FindingRule {

  @Override
  public Optional<Finding> find(RuleContext situation) {
    var recent =
        situation.within(
            situation.settings().changeDays(),
            situation.customer().recentChanges(),
            TechnicianChange::at);
    var untold = recent.stream().filter(change -> change.told() == Answer.NO).toList();
    if (untold.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            ReasonCode.CHANGE_WITHOUT_NOTICE,
            FindingLevel.WATCH,
            untold.get(untold.size() - 1).at(),
            FindingText.visits(untold),
            wording ->
                "They were not told beforehand: " + FindingText.changes(untold, wording) + "."));
  }
}
