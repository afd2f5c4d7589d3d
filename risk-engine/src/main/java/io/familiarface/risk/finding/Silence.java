package io.familiarface.risk.finding;

import io.familiarface.risk.Evidence;
import io.familiarface.risk.Level;
import io.familiarface.risk.ReasonCode;
import io.familiarface.risk.state.Micros;
import java.util.Optional;

/** She no longer answers when we ask. */
final class Silence implements Rule {

  @Override
  public Optional<Finding> find(Situation situation) {
    var settings = situation.settings();
    var lastCounted = Micros.plusDays(situation.now(), -settings.answerWithinDays());
    var unanswered =
        situation.customer().unanswered().stream()
            .filter(request -> request.at() <= lastCounted)
            .toList();
    if (unanswered.size() < settings.silentRequests()) {
      return Optional.empty();
    }
    var decisive = unanswered.get(unanswered.size() - 1);
    var evidence =
        unanswered.stream()
            .map(request -> new Evidence("request", request.id(), Micros.instant(request.at())))
            .toList();
    return Optional.of(
        new Finding(
            ReasonCode.SILENCE,
            Level.WATCH,
            Micros.plusDays(decisive.at(), settings.answerWithinDays()),
            evidence,
            wording ->
                "She has not answered the last %d times we asked how it went."
                    .formatted(unanswered.size())));
  }
}
