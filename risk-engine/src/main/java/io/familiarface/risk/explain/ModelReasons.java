package io.familiarface.risk.explain;

import io.familiarface.risk.finding.BrokenPromiseText;
import io.familiarface.risk.reason.Reason;
import io.familiarface.risk.reason.ReasonCode;
import io.familiarface.risk.reason.Wording;
import io.familiarface.risk.signal.Disengagement;
import io.familiarface.risk.state.AgreementState;
import io.familiarface.risk.state.CustomerState;
import io.familiarface.risk.state.ReferenceKind;
import io.familiarface.risk.state.TechnicianChange;
import java.util.Comparator;
import java.util.function.Predicate;

/** Words for what weighs in the model while no rule speaks of it. */
final class ModelReasons {

  private ModelReasons() {}

  static Reason reason(ReasonCode code, double weight, CustomerState state, Wording wording) {
    var evidence = ModelEvidence.of(code, state);
    var day =
        evidence.isEmpty() ? "" : " on " + wording.day(evidence.get(evidence.size() - 1).at());
    return new Reason(code, null, weight, text(code, day, state, wording), evidence);
  }

  /**
   * @param day the last on which it happened, or empty
   */
  private static String text(ReasonCode code, String day, CustomerState state, Wording wording) {
    var last = day.isEmpty() ? "" : ", last" + day;
    return switch (code) {
      case TECHNICIAN_CHANGE -> lastChange("", change -> true, state, wording);
      case CHANGE_WITHOUT_NOTICE ->
          lastChange(" without notice", TechnicianChange::untold, state, wording);
      case CHANGE_WITHOUT_INTRODUCTION ->
          lastChange(" without an introduction", TechnicianChange::notIntroduced, state, wording);
      case PROMISE_BROKEN ->
          state.breaches().isEmpty()
              ? "A promise to them was broken; that fades slowly."
              : BrokenPromiseText.told(state.breaches(), wording);
      case MISSED_VISIT -> "Visits were missed%s.".formatted(last);
      case LATE_VISIT -> "We came late%s.".formatted(last);
      case SURPRISE -> "They were surprised%s.".formatted(last);
      case DISENGAGEMENT -> disengagement(day, state);
      case PAST_COMPLAINT ->
          "They have complained before%s; settling it seldom undoes all of it.".formatted(last);
      case CASE_REOPENED -> "A settled complaint came back%s.".formatted(last);
      case LOW_SATISFACTION -> "Their marks are lower than most customers give%s.".formatted(last);
      case FALLING_SATISFACTION ->
          "Their last mark%s was lower than what they usually give.".formatted(day);
      case SILENCE -> "They do not answer when we ask how it went.";
      case DISTRESS -> "They were upset%s.".formatted(last);
      case INVOICE_TROUBLE -> "An invoice is overdue or disputed.";
      case REPEATED_FAILURE ->
          "It was not the first time that something went wrong%s; a second time weighs far more."
              .formatted(last);
      case NEW_RELATION ->
          state.agreements().stream()
              .max(Comparator.comparing(AgreementState::startedAt))
              .map(agreement -> wording.day(agreement.startedAt()))
              .map("They have not been with us long: since %s."::formatted)
              .orElse("They have not been with us long.");
      case OPEN_COMPLAINT -> "A complaint is open.";
      case BURNED_BEFORE -> "Another company hurt them before they came to us.";
      case REPEATED_TECHNICIAN_CHANGES -> "Their technician has changed again and again.";
      case HIGH_PROBABILITY -> "Taken together, the signs are strong.";
    };
  }

  private static String disengagement(String day, CustomerState state) {
    var drawn = state.references(ReferenceKind.DISENGAGEMENT);
    if (drawn.isEmpty()) {
      return "They have drawn back a little; that fades.";
    }
    return switch (Disengagement.values()[drawn.get(drawn.size() - 1).degree()]) {
      case PAUSED -> "They asked for a pause%s.".formatted(day);
      case LESS_OFTEN -> "They agreed on fewer visits%s.".formatted(day);
      case RESCHEDULED -> "They asked us%s to move a visit.".formatted(day);
    };
  }

  private static String lastChange(
      String how, Predicate<TechnicianChange> meant, CustomerState state, Wording wording) {
    return state.recentChanges().stream()
        .filter(meant)
        .reduce((before, after) -> after)
        .map(
            last ->
                "Their technician has changed%s, last on %s, when %s came instead of %s."
                    .formatted(
                        how,
                        wording.day(last.at()),
                        wording.technician(last.came()),
                        wording.technician(last.usual())))
        .orElse("Their technician has changed%s some time ago.".formatted(how));
  }
}
