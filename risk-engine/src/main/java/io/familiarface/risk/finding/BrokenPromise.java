package io.familiarface.risk.finding;

import io.familiarface.risk.reason.FindingLevel;
import io.familiarface.risk.reason.ReasonCode;
import io.familiarface.risk.state.PromiseBreach;
import java.util.Optional;

/** We gave our word and did not keep it. */
final class BrokenPromise implements FindingRule {

  @Override
  public Optional<Finding> find(RuleContext context) {
    var breaches =
        context.within(
            context.settings().brokenPromiseDays(),
            context.customer().breaches(),
            PromiseBreach::at);
    if (breaches.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            ReasonCode.PROMISE_BROKEN,
            FindingLevel.WATCH,
            breaches.get(breaches.size() - 1).at(),
            BrokenPromiseText.evidence(breaches),
            wording -> BrokenPromiseText.told(breaches, wording)));
  }
}
