package io.familiarface.risk.explain;

import io.familiarface.risk.finding.BrokenPromiseText;
import io.familiarface.risk.reason.Evidence;
import io.familiarface.risk.reason.ReasonCode;
import io.familiarface.risk.state.CustomerState;
import io.familiarface.risk.state.ReferenceKind;
import io.familiarface.risk.state.TechnicianChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a reason that only the model sees rests on. */
final class ModelEvidence {

  private ModelEvidence() {}

  static List<Evidence> of(ReasonCode code, CustomerState state) {
    return switch (code) {
      case TECHNICIAN_CHANGE, REPEATED_TECHNICIAN_CHANGES -> changes(state, change -> true);
      case CHANGE_WITHOUT_NOTICE -> changes(state, TechnicianChange::untold);
      case CHANGE_WITHOUT_INTRODUCTION -> changes(state, TechnicianChange::notIntroduced);
      case REPEATED_FAILURE -> failures(state);
      case PROMISE_BROKEN -> BrokenPromiseText.evidence(state.breaches());
      case MISSED_VISIT -> references(state, ReferenceKind.MISSED_VISIT);
      case LATE_VISIT -> references(state, ReferenceKind.LATE_VISIT);
      case SURPRISE -> references(state, ReferenceKind.SURPRISE);
      case DISENGAGEMENT -> references(state, ReferenceKind.DISENGAGEMENT);
      case PAST_COMPLAINT -> references(state, ReferenceKind.COMPLAINT);
      case CASE_REOPENED -> references(state, ReferenceKind.REOPENING);
      case LOW_SATISFACTION, FALLING_SATISFACTION -> references(state, ReferenceKind.MARK);
      case SILENCE -> references(state, ReferenceKind.UNANSWERED_REQUEST);
      case DISTRESS -> references(state, ReferenceKind.BAD_MOOD);
      case INVOICE_TROUBLE -> references(state, ReferenceKind.TROUBLED_INVOICE);
      case OPEN_COMPLAINT ->
          state.openCases().stream()
              .map(one -> Evidence.of("complaint", one.complaintId(), one.since()))
              .toList();
      case NEW_RELATION ->
          state.agreements().stream()
              .map(track -> Evidence.of("agreement", track.id(), track.startedAt()))
              .toList();
      case BURNED_BEFORE ->
          Stream.ofNullable(state.burnedBefore())
              .map(heard -> Evidence.of("customer", heard.id(), heard.at()))
              .toList();
      case HIGH_PROBABILITY -> List.of();
    };
  }

  /** Whatever went wrong, oldest first: technician changes, missed visits, complaints. */
  private static List<Evidence> failures(CustomerState state) {
    var failures = new ArrayList<>(changes(state, change -> true));
    failures.addAll(references(state, ReferenceKind.MISSED_VISIT));
    failures.addAll(references(state, ReferenceKind.COMPLAINT));
    failures.addAll(references(state, ReferenceKind.REOPENING));
    failures.sort(Comparator.comparing(Evidence::at));
    return failures;
  }

  private static List<Evidence> changes(CustomerState state, Predicate<TechnicianChange> meant) {
    return state.recentChanges().stream()
        .filter(meant)
        .map(change -> Evidence.of("visit", change.visitId(), change.at()))
        .toList();
  }

  private static List<Evidence> references(CustomerState state, ReferenceKind kind) {
    return state.references(kind).stream()
        .map(one -> Evidence.of(kind.evidenceType(), one.id(), one.at()))
        .toList();
  }
}
