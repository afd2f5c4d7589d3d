package io.familiarface.risk.finding;

import io.familiarface.risk.reason.FindingLevel;
import io.familiarface.risk.reason.ReasonCode;
import io.familiarface.risk.state.TechnicianChange;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Somebody else came, and what belongs to it had not been done. Not knowing is no finding.
 *
 * @param sentence with a place for the changes
 */
record UnpreparedChange(ReasonCode code, Predicate<TechnicianChange> unprepared, String sentence)
    implements FindingRule {

  @Override
  public Optional<Finding> find(RuleContext context) {
    var changes = context.changesWithin(context.settings().changeDays());
    return Finding.ofChanges(
        code, FindingLevel.WATCH, changes.stream().filter(unprepared).toList(), 1, sentence);
  }
}
