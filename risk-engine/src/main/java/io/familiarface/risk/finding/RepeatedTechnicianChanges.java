package io.familiarface.risk.finding;

import io.familiarface.risk.Level;
import io.familiarface.risk.ReasonCode;
import io.familiarface.risk.state.Change;
import java.util.Optional;

/** Again and again somebody else came. */
final class RepeatedTechnicianChanges implements Rule {

  @Override
  public Optional<Finding> find(Situation situation) {
    var days = situation.settings().repeatedChangesDays();
    var changes = situation.within(days, situation.customer().recentChanges(), Change::at);
    if (changes.size() < situation.settings().repeatedChanges()) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            ReasonCode.REPEATED_TECHNICIAN_CHANGES,
            Level.FLAG,
            changes.get(changes.size() - 1).at(),
            Words.visits(changes),
            wording ->
                "%d technician changes within %d days: %s."
                    .formatted(changes.size(), days, Words.changes(changes, wording))));
  }
}
