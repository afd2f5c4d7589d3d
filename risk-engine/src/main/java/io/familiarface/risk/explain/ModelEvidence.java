package io.familiarface.risk.explain;

import io.familiarface.risk.finding.BrokenPromiseText;
import io.familiarface.risk.reason.Evidence;
import io.familiarface.risk.reason.ReasonCode;
import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.state.CustomerState;
import io.familiarface.risk.state.DatedReference;
import io.familiarface.risk.state.TechnicianChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** What a reason that only the model sees rests on. */
final class ModelEvidence {

  private ModelEvidence() {}

  static List<Evidence> of(ReasonCode code, CustomerState state) {
    return switch (code) {
      case TECHNICIAN_CHANGE, REPEATED_TECHNICIAN_CHANGES -> changes(state, change -> true);
      case CHANGE_WITHOUT_NOTICE -> changes(state, ModelReasons::untold);
      case CHANGE_WITHOUT_INTRODUCTION -> changes(state, ModelReasons::notIntroduced);
      case REPEATED_FAILURE -> failures(state);
      case PROMISE_BROKEN -> BrokenPromiseText.evidence(state.breaches());
      case MISSED_VISIT -> traces("visit", state.missedVisits());
      case LATE_VISIT -> traces("visit", state.lateVisits());
      case SURPRISE -> traces("surprise", state.surprises());
      case PAST_COMPLAINT -> traces("complaint", state.complaints());
      case CASE_REOPENED -> traces("complaint", state.reopenings());
      case LOW_SATISFACTION, FALLING_SATISFACTION -> traces("feedback", state.marks());
      case SILENCE -> traces("request", state.unanswered());
      case DISTRESS -> traces("interaction", state.badMoods());
      case INVOICE_TROUBLE -> traces("invoice", state.invoices());
      case OPEN_COMPLAINT ->
          state.openCases().stream()
              .map(one -> evidence("complaint", one.complaintId(), one.since()))
              .toList();
      case NEW_RELATION ->
          state.agreements().stream()
              .map(track -> evidence("agreement", track.id(), track.startedAt()))
              .toList();
      case BURNED_BEFORE ->
          state.burnedBefore() == null
              ? List.of()
              : traces("customer", List.of(state.burnedBefore()));
      case HIGH_PROBABILITY -> List.of();
    };
  }

  /** Whatever went wrong, oldest first: technician changes, missed visits, complaints. */
  static List<Evidence> failures(CustomerState state) {
    var failures = new ArrayList<>(changes(state, change -> true));
    failures.addAll(traces("visit", state.missedVisits()));
    failures.addAll(traces("complaint", state.complaints()));
    failures.addAll(traces("complaint", state.reopenings()));
    failures.sort(Comparator.comparing(Evidence::at));
    return failures;
  }

  private static List<Evidence> changes(CustomerState state, Predicate<TechnicianChange> meant) {
    return state.recentChanges().stream()
        .filter(meant)
        .map(change -> evidence("visit", change.visitId(), change.at()))
        .toList();
  }

  private static List<Evidence> traces(String type, List<DatedReference> traces) {
    return traces.stream().map(trace -> evidence(type, trace.id(), trace.at())).toList();
  }

  private static Evidence evidence(String type, UUID id, long at) {
    return new Evidence(type, id, EpochMicros.instant(at));
  }
}
