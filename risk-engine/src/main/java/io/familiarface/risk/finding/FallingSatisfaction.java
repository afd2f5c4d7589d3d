package io.familiarface.risk.finding;

import io.familiarface.risk.reason.ReasonCode;
import io.familiarface.risk.state.ReferenceKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The customer used to give better marks. */
final class FallingSatisfaction implements FindingRule {

  @Override
  public Optional<Finding> find(RuleContext context) {
    var settings = context.settings();
    var customer = context.customer();
    var marks = context.within(settings.markDays(), ReferenceKind.MARK);
    var fall = customer.satisfactionFall();
    if (marks.isEmpty() || customer.marksGiven() < 2 || fall < settings.fallenBy()) {
      return Optional.empty();
    }
    var last = marks.get(marks.size() - 1);
    return Optional.of(
        Finding.watch(
            ReasonCode.FALLING_SATISFACTION,
            "feedback",
            List.of(last),
            wording ->
                String.format(
                    Locale.ENGLISH,
                    "Their mark on %s was %.1f below what they usually give.",
                    FindingText.days(List.of(last), wording),
                    fall)));
  }
}
