package io.familiarface.risk.finding;

import io.familiarface.risk.reason.FindingLevel;
import io.familiarface.risk.reason.ReasonCode;
import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.state.TechnicianChange;
import java.util.Optional;

/** Somebody came whom the customer had never met. Not knowing is no finding. */
final class ChangeWithoutIntroduction implements FindingRule {

  @Override
  public Optional<Finding> find(RuleContext situation) {
    var recent =
        situation.within(
            situation.settings().changeDays(),
            situation.customer().recentChanges(),
            TechnicianChange::at);
    var strangers = recent.stream().filter(change -> change.introduced() == Answer.NO).toList();
    if (strangers.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            ReasonCode.CHANGE_WITHOUT_INTRODUCTION,
            FindingLevel.WATCH,
            strangers.get(strangers.size() - 1).at(),
            FindingText.visits(strangers),
            wording ->
                "The new technician was not introduced to them: "
                    + FindingText.changes(strangers, wording)
                    + "."));
  }
}
