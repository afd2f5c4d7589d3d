package io.familiarface.risk.finding;

import io.familiarface.risk.Level;
import io.familiarface.risk.ReasonCode;
import java.util.Optional;

/** We said a complaint was settled, and it was not. */
final class CaseReopened implements Rule {

  @Override
  public Optional<Finding> find(Situation situation) {
    var reopened =
        situation.within(situation.settings().reopenedDays(), situation.customer().reopenings());
    if (reopened.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.of(
            ReasonCode.CASE_REOPENED,
            Level.FLAG,
            "complaint",
            reopened,
            wording ->
                "A complaint that we had settled came back on "
                    + Words.days(reopened, wording)
                    + "."));
  }
}
