package io.familiarface.risk.finding;

import io.familiarface.risk.Level;
import io.familiarface.risk.ReasonCode;
import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.state.Change;
import java.util.Optional;

/** Somebody else stood at the door and nobody had told her. Not knowing is no finding. */
final class ChangeWithoutNotice implements Rule {

  @Override
  public Optional<Finding> find(Situation situation) {
    var recent =
        situation.within(
            situation.settings().changeDays(), situation.customer().recentChanges(), Change::at);
    var untold = recent.stream().filter(change -> change.told() == Answer.NO).toList();
    if (untold.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            ReasonCode.CHANGE_WITHOUT_NOTICE,
            Level.WATCH,
            untold.get(untold.size() - 1).at(),
            Words.visits(untold),
            wording -> "She was not told beforehand: " + Words.changes(untold, wording) + "."));
  }
}
