package io.familiarface.risk.finding;

import io.familiarface.risk.Evidence;
import io.familiarface.risk.Wording;
import io.familiarface.risk.signal.ChangeReason;
import io.familiarface.risk.state.Change;
import io.familiarface.risk.state.Micros;
import io.familiarface.risk.state.Trace;
import java.util.List;
import java.util.stream.Collectors;

/** Turns of phrase that several rules share. */
final class Words {

  private Words() {}

  /** "on 9 Mar 2025 Ben came instead of Al (has left the company)". */
  static String change(Change change, Wording wording) {
    return "on "
        + wording.day(Micros.instant(change.at()))
        + ' '
        + wording.technician(change.came())
        + " came instead of "
        + wording.technician(change.usual())
        + why(change.reason());
  }

  static String changes(List<Change> changes, Wording wording) {
    return changes.stream()
        .map(change -> change(change, wording))
        .collect(Collectors.joining("; "));
  }

  static String days(List<Trace> traces, Wording wording) {
    return traces.stream()
        .map(trace -> wording.day(Micros.instant(trace.at())))
        .collect(Collectors.joining(" and "));
  }

  static List<Evidence> visits(List<Change> changes) {
    return changes.stream()
        .map(change -> new Evidence("visit", change.visitId(), Micros.instant(change.at())))
        .toList();
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
