package io.familiarface.risk.explain;

import io.familiarface.risk.finding.BrokenPromiseText;
import io.familiarface.risk.reason.Reason;
import io.familiarface.risk.reason.ReasonCode;
import io.familiarface.risk.reason.Wording;
import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.state.AgreementState;
import io.familiarface.risk.state.CustomerState;
import io.familiarface.risk.state.DatedReference;
import io.familiarface.risk.state.TechnicianChange;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Words for what weighs in the model while no rule speaks of it. */
final class ModelReasons {

  private ModelReasons() {}

  static Reason reason(ReasonCode code, double weight, CustomerState state, Wording wording) {
    return new Reason(
        code, null, weight, text(code, state, wording), ModelEvidence.of(code, state));
  }

  private static String text(ReasonCode code, CustomerState state, Wording wording) {
    return switch (code) {
      case TECHNICIAN_CHANGE -> lastChange("", change -> true, state, wording);
      case CHANGE_WITHOUT_NOTICE ->
          lastChange(" without notice", ModelReasons::untold, state, wording);
      case CHANGE_WITHOUT_INTRODUCTION ->
          lastChange(" without an introduction", ModelReasons::notIntroduced, state, wording);
      case PROMISE_BROKEN ->
          state.breaches().isEmpty()
              ? "A promise to them was broken; that fades slowly."
              : BrokenPromiseText.told(state.breaches(), wording);
      case MISSED_VISIT -> "Visits were missed" + lastDay(state.missedVisits(), wording) + ".";
      case LATE_VISIT -> "We came late" + lastDay(state.lateVisits(), wording) + ".";
      case SURPRISE -> "They were surprised" + lastDay(state.surprises(), wording) + ".";
      case PAST_COMPLAINT ->
          "They have complained before%s; settling it seldom undoes all of it."
              .formatted(lastDay(state.complaints(), wording));
      case CASE_REOPENED ->
          "A settled complaint came back" + lastDay(state.reopenings(), wording) + ".";
      case LOW_SATISFACTION ->
          "Their marks are lower than most customers give" + lastDay(state.marks(), wording) + ".";
      case FALLING_SATISFACTION ->
          "Their last mark%s was lower than what they usually give."
              .formatted(day(state.marks(), wording));
      case SILENCE -> "They do not answer when we ask how it went.";
      case DISTRESS -> "They were upset" + lastDay(state.badMoods(), wording) + ".";
      case INVOICE_TROUBLE -> "An invoice is overdue or disputed.";
      case REPEATED_FAILURE -> repeatedFailure(state, wording);
      case NEW_RELATION ->
          state.agreements().stream()
              .max(Comparator.comparing(AgreementState::startedAt))
              .map(track -> wording.day(EpochMicros.instant(track.startedAt())))
              .map("They have not been with us long: since %s."::formatted)
              .orElse("They have not been with us long.");
      case OPEN_COMPLAINT -> "A complaint is open.";
      case BURNED_BEFORE -> "Another company hurt them before they came to us.";
      case REPEATED_TECHNICIAN_CHANGES -> "Their technician has changed again and again.";
      case HIGH_PROBABILITY -> "Taken together, the signs are strong.";
    };
  }

  static boolean untold(TechnicianChange change) {
    return change.told() == Answer.NO;
  }

  static boolean notIntroduced(TechnicianChange change) {
    return change.introduced() == Answer.NO;
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
                        wording.day(EpochMicros.instant(last.at())),
                        wording.technician(last.came()),
                        wording.technician(last.usual())))
        .orElse("Their technician has changed%s some time ago.".formatted(how));
  }

  private static String repeatedFailure(CustomerState state, Wording wording) {
    var failures = ModelEvidence.failures(state);
    var days =
        failures.isEmpty()
            ? ""
            : ", last on " + wording.day(failures.get(failures.size() - 1).at());
    return "It was not the first time that something went wrong%s; a second time weighs far more."
        .formatted(days);
  }

  private static String lastDay(List<DatedReference> traces, Wording wording) {
    return traces.isEmpty() ? "" : ", last" + day(traces, wording);
  }

  private static String day(List<DatedReference> traces, Wording wording) {
    return traces.isEmpty()
        ? ""
        : " on " + wording.day(EpochMicros.instant(traces.get(traces.size() - 1).at()));
  }
}
