package io.familiarface.risk.explain;

import io.familiarface.risk.Reason;
import io.familiarface.risk.ReasonCode;
import io.familiarface.risk.Wording;
import io.familiarface.risk.finding.PromiseWords;
import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.state.AgreementTrack;
import io.familiarface.risk.state.Change;
import io.familiarface.risk.state.CustomerState;
import io.familiarface.risk.state.Micros;
import io.familiarface.risk.state.Trace;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Words for what weighs in the model while no rule speaks of it. */
final class SeenByTheModel {

  private SeenByTheModel() {}

  static Reason reason(ReasonCode code, double weight, CustomerState state, Wording wording) {
    return new Reason(code, null, weight, text(code, state, wording), Grounds.of(code, state));
  }

  private static String text(ReasonCode code, CustomerState state, Wording wording) {
    return switch (code) {
      case TECHNICIAN_CHANGE -> lastChange("", change -> true, state, wording);
      case CHANGE_WITHOUT_NOTICE ->
          lastChange(" without notice", SeenByTheModel::untold, state, wording);
      case CHANGE_WITHOUT_INTRODUCTION ->
          lastChange(" without an introduction", SeenByTheModel::notIntroduced, state, wording);
      case PROMISE_BROKEN ->
          state.breaches().isEmpty()
              ? "A promise to her was broken; that fades slowly."
              : PromiseWords.told(state.breaches(), wording);
      case MISSED_VISIT -> "Visits were missed" + lastDay(state.missedVisits(), wording) + ".";
      case LATE_VISIT -> "We came late" + lastDay(state.lateVisits(), wording) + ".";
      case SURPRISE -> "She was surprised" + lastDay(state.surprises(), wording) + ".";
      case PAST_COMPLAINT ->
          "She has complained before%s; settling it seldom undoes all of it."
              .formatted(lastDay(state.complaints(), wording));
      case CASE_REOPENED ->
          "A settled complaint came back" + lastDay(state.reopenings(), wording) + ".";
      case LOW_SATISFACTION ->
          "Her marks are lower than most customers give" + lastDay(state.marks(), wording) + ".";
      case FALLING_SATISFACTION ->
          "Her last mark%s was lower than what she usually gives."
              .formatted(day(state.marks(), wording));
      case SILENCE -> "She does not answer when we ask how it went.";
      case DISTRESS -> "She was upset" + lastDay(state.badMoods(), wording) + ".";
      case INVOICE_TROUBLE -> "An invoice is overdue or disputed.";
      case REPEATED_FAILURE -> repeatedFailure(state, wording);
      case NEW_RELATION ->
          state.agreements().stream()
              .max(Comparator.comparing(AgreementTrack::startedAt))
              .map(track -> wording.day(Micros.instant(track.startedAt())))
              .map("She has not been with us long: since %s."::formatted)
              .orElse("She has not been with us long.");
      case OPEN_COMPLAINT -> "A complaint is open.";
      case BURNED_BEFORE -> "Another company hurt her before she came to us.";
      case REPEATED_TECHNICIAN_CHANGES -> "Her technician has changed again and again.";
      case HIGH_PROBABILITY -> "Taken together, the signs are strong.";
    };
  }

  static boolean untold(Change change) {
    return change.told() == Answer.NO;
  }

  static boolean notIntroduced(Change change) {
    return change.introduced() == Answer.NO;
  }

  private static String lastChange(
      String how, Predicate<Change> meant, CustomerState state, Wording wording) {
    return state.recentChanges().stream()
        .filter(meant)
        .reduce((before, after) -> after)
        .map(
            last ->
                "Her technician has changed%s, last on %s, when %s came instead of %s."
                    .formatted(
                        how,
                        wording.day(Micros.instant(last.at())),
                        wording.technician(last.came()),
                        wording.technician(last.usual())))
        .orElse("Her technician has changed%s some time ago.".formatted(how));
  }

  private static String repeatedFailure(CustomerState state, Wording wording) {
    var failures = Grounds.failures(state);
    var days =
        failures.isEmpty()
            ? ""
            : ", last on " + wording.day(failures.get(failures.size() - 1).at());
    return "It was not the first time that something went wrong%s; a second time weighs far more."
        .formatted(days);
  }

  private static String lastDay(List<Trace> traces, Wording wording) {
    return traces.isEmpty() ? "" : ", last" + day(traces, wording);
  }

  private static String day(List<Trace> traces, Wording wording) {
    return traces.isEmpty()
        ? ""
        : " on " + wording.day(Micros.instant(traces.get(traces.size() - 1).at()));
  }
}
