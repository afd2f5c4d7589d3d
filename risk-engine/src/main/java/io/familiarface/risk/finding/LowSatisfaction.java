package io.familiarface.risk.finding;

import io.familiarface.risk.reason.ReasonCode;
import io.familiarface.risk.state.ReferenceKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The last mark was low. */
final class LowSatisfaction implements FindingRule {

  @Override
  public Optional<Finding> find(RuleContext context) {
    var settings = context.settings();
    var marks = context.within(settings.markDays(), ReferenceKind.MARK);
    if (marks.isEmpty()) {
      return Optional.empty();
    }
    var last = marks.get(marks.size() - 1);
    if (last.degree() > Math.round(settings.lowMark() * 10)) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.watch(
            ReasonCode.LOW_SATISFACTION,
            "feedback",
            List.of(last),
            wording ->
                String.format(
                    Locale.ENGLISH,
                    "Their last mark, on %s, was %.1f of 5.",
                    FindingText.days(List.of(last), wording),
                    last.degree() / 10.0)));
  }
}
