package io.familiarface.risk.finding;

import io.familiarface.risk.reason.FindingLevel;
import io.familiarface.risk.reason.ReasonCode;
import io.familiarface.risk.state.ReferenceKind;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Something of a kind that happened lately.
 *
 * @param days how far back it counts
 * @param sentence with a place for the days on which it happened
 */
record RecentReferences(
    ReasonCode code,
    FindingLevel level,
    ReferenceKind kind,
    ToIntFunction<FindingSettings> days,
    String sentence)
    implements FindingRule {

  @Override
  public Optional<Finding> find(RuleContext context) {
    var recent = context.within(days.applyAsInt(context.settings()), kind);
    return recent.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                code,
                level,
                kind.evidenceType(),
                recent,
                wording -> sentence.formatted(FindingText.days(recent, wording))));
  }
}
