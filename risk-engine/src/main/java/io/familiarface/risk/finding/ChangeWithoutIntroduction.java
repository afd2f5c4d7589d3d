package io.familiarface.risk.finding;

import io.familiarface.risk.Level;
import io.familiarface.risk.ReasonCode;
import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.state.Change;
import java.util.Optional;

/** Somebody came whom she had never met. Not knowing is no finding. */
final class ChangeWithoutIntroduction implements Rule {

  @Override
  public Optional<Finding> find(Situation situation) {
    var recent =
        situation.within(
            situation.settings().changeDays(), situation.customer().recentChanges(), Change::at);
    var strangers = recent.stream().filter(change -> change.introduced() == Answer.NO).toList();
    if (strangers.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            ReasonCode.CHANGE_WITHOUT_INTRODUCTION,
            Level.WATCH,
            strangers.get(strangers.size() - 1).at(),
            Words.visits(strangers),
            wording ->
                "The new technician was not introduced to her: "
                    + Words.changes(strangers, wording)
                    + "."));
  }
}
