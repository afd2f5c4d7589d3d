package io.familiarface.risk.finding;

import io.familiarface.risk.reason.FindingLevel;
import io.familiarface.risk.reason.ReasonCode;
import io.familiarface.risk.state.TechnicianChange;
import java.util.Optional;

/** Again and again somebody else came. */
final class RepeatedTechnicianChanges implements FindingRule {

  @Override
  public Optional<Finding> find(RuleContext situation) {
    var days = situation.settings().repeatedChangesDays();
    var changes =
        situation.within(days, situation.customer().recentChanges(), TechnicianChange::at);
    if (changes.size() < situation.settings().repeatedChanges()) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            ReasonCode.REPEATED_TECHNICIAN_CHANGES,
            FindingLevel.FLAG,
            changes.get(changes.size() - 1).at(),
            FindingText.visits(changes),
            wording ->
                "%d technician changes within %d days: %s."
                    .formatted(changes.size(), days, FindingText.changes(changes, wording))));
  }
}
