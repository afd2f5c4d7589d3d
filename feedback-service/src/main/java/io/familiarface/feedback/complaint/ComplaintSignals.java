package io.familiarface.feedback.complaint;

import io.familiarface.feedback.history.SignalChange;
import io.familiarface.feedback.history.SignalSource;
import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.signal.ComplaintReceived;
import io.familiarface.risk.signal.ComplaintReopened;
import io.familiarface.risk.signal.ComplaintResolved;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.signal.SignalKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What a complaint, or a change of it, means for the customer's history. */
final class ComplaintSignals {
  private ComplaintSignals() {}

  /**
   * @param before the complaint before the change; null for a new one
   */
  static List<SignalChange> of(ComplaintDetails before, Complaint after) {
    Map<SignalKey, SignalChange> changes = new HashMap<>();
    if (before != null) {
      signals(after.id, before)
          .forEach(
              signal ->
                  changes.put(
                      signal.key(),
                      SignalChange.withdrawn(
                          after.customerId, SignalSource.FEEDBACK, after.version, signal.key())));
    }
    signals(after.id, after.details)
        .forEach(
            signal ->
                changes.put(
                    signal.key(),
                    SignalChange.happened(
                        after.customerId, SignalSource.FEEDBACK, after.version, signal)));
    return List.copyOf(changes.values());
  }

  private static Stream<Signal> signals(UUID id, ComplaintDetails complaint) {
    Stream.Builder<Signal> signals = Stream.builder();
    signals.add(
        new ComplaintReceived(id, complaint.receivedAt(), complaint.severity(), complaint.cause()));
    if (complaint.resolvedAt() != null) {
      signals.add(
          new ComplaintResolved(
              id, complaint.resolvedAt(), Answer.of(complaint.customerSatisfied())));
    }
    if (complaint.reopenedAt() != null) {
      signals.add(new ComplaintReopened(id, complaint.reopenedAt()));
    }
    return signals.build();
  }
}
