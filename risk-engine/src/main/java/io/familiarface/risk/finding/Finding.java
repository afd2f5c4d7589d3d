package io.familiarface.risk.finding;

import io.familiarface.risk.reason.Evidence;
import io.familiarface.risk.reason.FindingLevel;
import io.familiarface.risk.reason.ReasonCode;
import io.familiarface.risk.reason.Wording;
import io.familiarface.risk.state.DatedReference;
import io.familiarface.risk.state.TechnicianChange;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a rule has found.
 *
 * @param newest when the last thing happened that it rests on
 */
public record Finding(
    ReasonCode code,
    FindingLevel level,
    long newest,
    List<Evidence> evidence,
    Function<Wording, String> text) {

  Finding asFlag(long newestOfAll) {
    return new Finding(code, FindingLevel.FLAG, newestOfAll, evidence, text);
  }

  static Finding watch(
      ReasonCode code,
      String type,
      List<DatedReference> references,
      Function<Wording, String> text) {
    return of(code, FindingLevel.WATCH, type, references, text);
  }

  static Finding of(
      ReasonCode code,
      FindingLevel level,
      String type,
      List<DatedReference> references,
      Function<Wording, String> text) {
    var evidence =
        references.stream()
            .map(reference -> Evidence.of(type, reference.id(), reference.at()))
            .toList();
    return new Finding(code, level, references.get(references.size() - 1).at(), evidence, text);
  }

  /**
   * @param least how many changes make it one
   * @param sentence with a place for the changes
   */
  static Optional<Finding> ofChanges(
      ReasonCode code,
      FindingLevel level,
      List<TechnicianChange> changes,
      int least,
      String sentence) {
    if (changes.size() < least) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            code,
            level,
            changes.get(changes.size() - 1).at(),
            changes.stream()
                .map(change -> Evidence.of("visit", change.visitId(), change.at()))
                .toList(),
            wording -> sentence.formatted(FindingText.changes(changes, wording))));
  }
}
