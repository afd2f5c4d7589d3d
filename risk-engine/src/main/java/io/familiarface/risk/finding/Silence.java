package io.familiarface.risk.finding;

import io.familiarface.risk.reason.Evidence;
import io.familiarface.risk.reason.FindingLevel;
import io.familiarface.risk.reason.ReasonCode;
import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.state.ReferenceKind;
import java.util.Optional;

/** The customer no longer answers when we ask. */
final class Silence implements FindingRule {

  @Override
  public Optional<Finding> find(RuleContext context) {
    var settings = context.settings();
    var lastCounted = EpochMicros.plusDays(context.now(), -settings.answerWithinDays());
    var unanswered =
        context.customer().references(ReferenceKind.UNANSWERED_REQUEST).stream()
            .filter(request -> request.at() <= lastCounted)
            .toList();
    if (unanswered.size() < settings.silentRequests()) {
      return Optional.empty();
    }
    var decisive = unanswered.get(unanswered.size() - 1);
    var evidence =
        unanswered.stream()
            .map(request -> Evidence.of("request", request.id(), request.at()))
            .toList();
    return Optional.of(
        new Finding(
            ReasonCode.SILENCE,
            FindingLevel.WATCH,
            EpochMicros.plusDays(decisive.at(), settings.answerWithinDays()),
            evidence,
            wording ->
                "They have not answered the last %d times we asked how it went."
                    .formatted(unanswered.size())));
  }
}
