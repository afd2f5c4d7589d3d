package io.familiarface.feedback.risk.explain;

import io.familiarface.feedback.risk.Evidence;
import io.familiarface.feedback.risk.Reason;
import io.familiarface.feedback.risk.ReasonCode;
import io.familiarface.feedback.risk.Wording;
import io.familiarface.feedback.risk.state.Change;
import io.familiarface.feedback.risk.state.CustomerState;
import io.familiarface.feedback.risk.state.Micros;
import io.familiarface.feedback.risk.state.Trace;
import java.util.List;

/** Words for what weighs in the model while no rule speaks of it. */
final class SeenByTheModel {

  private SeenByTheModel() {}

  static Reason reason(ReasonCode code, double weight, CustomerState state, Wording wording) {
    return new Reason(code, null, weight, text(code, state, wording), evidence(code, state));
  }

  private static String text(ReasonCode code, CustomerState state, Wording wording) {
    return switch (code) {
      case TECHNICIAN_CHANGE, CHANGE_WITHOUT_NOTICE, CHANGE_WITHOUT_INTRODUCTION ->
          lastChange(code, state, wording);
      case PROMISE_BROKEN -> "A promise to her was broken some time ago; that fades slowly.";
      case MISSED_VISIT -> "Visits were missed" + lastDay(state.missedVisits(), wording) + ".";
      case LATE_VISIT -> "We came late" + lastDay(state.lateVisits(), wording) + ".";
      case SURPRISE -> "She was surprised" + lastDay(state.surprises(), wording) + ".";
      case PAST_COMPLAINT -> "She has complained before; settling it seldom undoes all of it.";
      case CASE_REOPENED ->
          "A settled complaint came back" + lastDay(state.reopenings(), wording) + ".";
      case LOW_SATISFACTION -> "Her marks are lower than most customers give.";
      case FALLING_SATISFACTION -> "Her last mark was lower than what she usually gives.";
      case SILENCE -> "She does not answer when we ask how it went.";
      case DISTRESS -> "She was upset" + lastDay(state.badMoods(), wording) + ".";
      case INVOICE_TROUBLE -> "An invoice is overdue or disputed.";
      case REPEATED_FAILURE ->
          "It was not the first time that something went wrong; a second time weighs far more.";
      case NEW_RELATION -> "She has not been with us long.";
      case OPEN_COMPLAINT -> "A complaint is open.";
      case BURNED_BEFORE -> "Another company hurt her before she came to us.";
      case REPEATED_TECHNICIAN_CHANGES -> "Her technician has changed again and again.";
      case HIGH_PROBABILITY -> "Taken together, the signs are strong.";
    };
  }

  private static String lastChange(ReasonCode code, CustomerState state, Wording wording) {
    var changes = state.recentChanges();
    if (changes.isEmpty()) {
      return "Her technician has changed.";
    }
    var last = changes.get(changes.size() - 1);
    var what =
        switch (code) {
          case CHANGE_WITHOUT_NOTICE -> " without notice";
          case CHANGE_WITHOUT_INTRODUCTION -> " without an introduction";
          default -> "";
        };
    return "Her technician has changed%s, last on %s, when %s came instead of %s."
        .formatted(
            what,
            wording.day(Micros.instant(last.at())),
            wording.technician(last.came()),
            wording.technician(last.usual()));
  }

  private static String lastDay(List<Trace> traces, Wording wording) {
    return traces.isEmpty()
        ? ""
        : ", last on " + wording.day(Micros.instant(traces.get(traces.size() - 1).at()));
  }

  private static List<Evidence> evidence(ReasonCode code, CustomerState state) {
    return switch (code) {
      case TECHNICIAN_CHANGE,
          CHANGE_WITHOUT_NOTICE,
          CHANGE_WITHOUT_INTRODUCTION,
          REPEATED_TECHNICIAN_CHANGES,
          REPEATED_FAILURE ->
          state.recentChanges().stream().map(SeenByTheModel::visit).toList();
      case PROMISE_BROKEN ->
          state.breaches().stream()
              .map(one -> new Evidence("promise", one.promiseId(), Micros.instant(one.at())))
              .toList();
      case MISSED_VISIT -> of("visit", state.missedVisits());
      case LATE_VISIT -> of("visit", state.lateVisits());
      case SURPRISE -> of("surprise", state.surprises());
      case CASE_REOPENED -> of("complaint", state.reopenings());
      case LOW_SATISFACTION, FALLING_SATISFACTION -> of("feedback", state.marks());
      case SILENCE -> of("request", state.unanswered());
      case DISTRESS -> of("interaction", state.badMoods());
      case INVOICE_TROUBLE -> of("invoice", state.invoices());
      case PAST_COMPLAINT, NEW_RELATION, OPEN_COMPLAINT, BURNED_BEFORE, HIGH_PROBABILITY ->
          List.of();
    };
  }

  private static Evidence visit(Change change) {
    return new Evidence("visit", change.visitId(), Micros.instant(change.at()));
  }

  private static List<Evidence> of(String type, List<Trace> traces) {
    return traces.stream()
        .map(trace -> new Evidence(type, trace.id(), Micros.instant(trace.at())))
        .toList();
  }
}
