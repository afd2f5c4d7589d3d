package io.familiarface.risk.finding;

import io.familiarface.risk.reason.FindingLevel;
import io.familiarface.risk.reason.ReasonCode;
import java.util.Optional;

/** Again and again somebody else came. */
final class RepeatedTechnicianChanges implements FindingRule {

  @Override
  public Optional<Finding> find(RuleContext context) {
    var days = context.settings().repeatedChangesDays();
    var changes = context.changesWithin(days);
    return Finding.ofChanges(
        ReasonCode.REPEATED_TECHNICIAN_CHANGES,
        FindingLevel.FLAG,
        changes,
        context.settings().repeatedChanges(),
        "%d technician changes within %d days: %%s.".formatted(changes.size(), days));
  }
}
