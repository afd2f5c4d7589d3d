package io.familiarface.risk.learning;

import io.familiarface.risk.signal.AgreementCancelled;
import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.signal.SignalKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** All that is known of a customer, sorted by {@link Signal#ORDER}. */
public record CustomerHistory(UUID customerId, List<Signal> signals) {

  /** What was known at an instant. */
  public CustomerHistory upTo(Instant asOf) {
    var last = signals.isEmpty() ? null : signals.get(signals.size() - 1);
    if (last == null || !last.at().isAfter(asOf)) {
      return this;
    }
    return new CustomerHistory(
        customerId, signals.stream().filter(signal -> !signal.at().isAfter(asOf)).toList());
  }

  int visits() {
    var count = 0;
    for (var signal : signals) {
      var kind = signal.kind();
      if (kind == SignalKind.VISIT_COMPLETED || kind == SignalKind.VISIT_MISSED) {
        count++;
      }
    }
    return count;
  }

  public boolean cancelled() {
    return cancelledAt().length > 0;
  }

  /** When the customer cancelled agreements, in {@link EpochMicros}. */
  public long[] cancelledAt() {
    return signals.stream()
        .filter(one -> one instanceof AgreementCancelled cancelled && !cancelled.isByCompany())
        .mapToLong(one -> EpochMicros.of(one.at()))
        .toArray();
  }
}
