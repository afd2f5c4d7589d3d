package io.familiarface.risk.finding;

import io.familiarface.risk.reason.Wording;
import io.familiarface.risk.signal.ChangeReason;
import io.familiarface.risk.state.DatedReference;
import io.familiarface.risk.state.TechnicianChange;
import java.util.List;
import java.util.stream.Collectors;

/** Turns of phrase that several rules share. */
final class FindingText {

  private FindingText() {}

  /** "on 9 Mar 2025 Ben came instead of Al (has left the company)". */
  static String change(TechnicianChange change, Wording wording) {
    return "on "
        + wording.day(change.at())
        + ' '
        + wording.technician(change.came())
        + " came instead of "
        + wording.technician(change.usual())
        + why(change.reason());
  }

  static String changes(List<TechnicianChange> changes, Wording wording) {
    return changes.stream()
        .map(change -> change(change, wording))
        .collect(Collectors.joining("; "));
  }

  static String days(List<DatedReference> references, Wording wording) {
    return references.stream()
        .map(reference -> wording.day(reference.at()))
        .collect(Collectors.joining(" and "));
  }

  private static String why(ChangeReason reason) {
    return switch (reason) {
      case ABSENT -> ", who was away";
      case LEFT_COMPANY -> ", who has left the company";
      case REASSIGNED -> ", who was sent elsewhere";
      case NONE, CUSTOMER_REQUEST, OTHER -> "";
    };
  }
}
