package io.familiarface.risk.finding;

import io.familiarface.risk.reason.ReasonCode;
import java.util.List;
import java.util.Optional;

/** The customer came to us hurt by another company, and trusts nobody yet. */
final class BurnedByAnother implements FindingRule {

  @Override
  public Optional<Finding> find(RuleContext context) {
    var heard = context.customer().burnedBefore();
    if (heard == null) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.watch(
            ReasonCode.BURNED_BEFORE,
            "customer",
            List.of(heard),
            wording ->
                "Another company hurt them before they came to us (heard on "
                    + wording.day(heard.at())
                    + ")."));
  }
}
