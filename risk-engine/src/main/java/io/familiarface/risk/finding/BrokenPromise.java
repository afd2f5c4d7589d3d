package io.familiarface.risk.finding;

import io.familiarface.risk.Level;
import io.familiarface.risk.ReasonCode;
import io.familiarface.risk.state.Breach;
import java.util.Optional;

/** We gave our word and did not keep it. */
final class BrokenPromise implements Rule {

  @Override
  public Optional<Finding> find(Situation situation) {
    var breaches =
        situation.within(
            situation.settings().brokenPromiseDays(), situation.customer().breaches(), Breach::at);
    if (breaches.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            ReasonCode.PROMISE_BROKEN,
            Level.WATCH,
            breaches.get(breaches.size() - 1).at(),
            PromiseWords.evidence(breaches),
            wording -> PromiseWords.told(breaches, wording)));
  }
}
