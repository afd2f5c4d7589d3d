package io.familiarface.feedback.complaint;

import io.familiarface.feedback.history.SignalChange;
import io.familiarface.feedback.history.SignalSource;
import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.signal.ComplaintReceived;
import io.familiarface.risk.signal.ComplaintReopened;
import io.familiarface.risk.signal.ComplaintResolved;
import io.familiarface.risk.signal.MoodNoted;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.signal.SignalKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a complaint, a step of its case, or a correction means for the customer's history. */
final class ComplaintSignals {
  private ComplaintSignals() {}

  /**
   * @param before the complaint before it was corrected; null for a new one
   */
  static List<SignalChange> of(ComplaintDetails before, Complaint after) {
    return after.steps > 0 ? corrected(before, after) : dated(before, after);
  }

  private static List<SignalChange> dated(ComplaintDetails before, Complaint after) {
    Map<SignalKey, SignalChange> changes = new HashMap<>();
    if (before != null) {
      signals(after, before)
          .forEach(
              signal ->
                  changes.put(
                      signal.key(),
                      SignalChange.withdrawn(
                          after.customerId, SignalSource.FEEDBACK, after.version, signal.key())));
    }
    signals(after, after.details)
        .forEach(signal -> changes.put(signal.key(), happened(after, signal)));
    return List.copyOf(changes.values());
  }

  /**
   * @param before the complaint before the step
   */
  static List<SignalChange> of(ComplaintDetails before, Complaint after, CaseStepView step) {
    return switch (step.step()) {
      case ASSESSMENT -> corrected(before, after);
      case CHECK_IN ->
          step.details().mood() == null
              ? List.of()
              : List.of(
                  happened(after, new MoodNoted(step.id(), step.at(), step.details().mood())));
      case CLOSURE -> List.of(happened(after, resolved(after, after.details, step.round())));
      case REOPENING ->
          List.of(happened(after, new ComplaintReopened(after.id, step.at(), step.round())));
      case APOLOGY, REMEDY, APPROVAL, DELIVERY -> List.of();
    };
  }

  private static List<SignalChange> corrected(ComplaintDetails before, Complaint after) {
    return before.equals(after.details)
        ? List.of()
        : List.of(happened(after, received(after, after.details)));
  }

  private static SignalChange happened(Complaint complaint, Signal signal) {
    return SignalChange.happened(
        complaint.customerId, SignalSource.FEEDBACK, complaint.version, signal);
  }

  /** As far as the dates of a complaint tell, which are those of its last round. */
  private static Stream<Signal> signals(Complaint complaint, ComplaintDetails details) {
    int round = details.reopenedAt() == null ? 1 : 2;
    Stream.Builder<Signal> signals = Stream.builder();
    signals.add(received(complaint, details));
    if (details.resolvedAt() != null) {
      signals.add(resolved(complaint, details, details.isSettled() ? round : round - 1));
    }
    if (details.reopenedAt() != null) {
      signals.add(new ComplaintReopened(complaint.id, details.reopenedAt(), round));
    }
    return signals.build();
  }

  private static Signal received(Complaint complaint, ComplaintDetails details) {
    return new ComplaintReceived(
        complaint.id, details.receivedAt(), details.severity(), details.cause());
  }

  private static Signal resolved(Complaint complaint, ComplaintDetails details, int round) {
    return new ComplaintResolved(
        complaint.id, details.resolvedAt(), Answer.of(details.customerSatisfied()), round);
  }
}
