package io.familiarface.feedback.assessment;

import io.familiarface.feedback.history.SignalChange;
import io.familiarface.risk.signal.Signal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is new of one customer: signals that were not known, or that something known was wrong. */
final class SignalDelta {
  static final SignalDelta NONE = new SignalDelta();

  private final List<Signal> added = new ArrayList<>();
  private boolean corrected;

  /** Tells, customer by customer, what the changes add to or correct in what was known. */
  static Map<UUID, SignalDelta> of(
      List<SignalChange> changes, Map<SignalChange.Id, SignalChange> known) {
    Map<UUID, SignalDelta> deltas = new HashMap<>();
    for (SignalChange change : changes) {
      SignalChange before = known.get(change.id());
      Signal was = before == null ? null : before.signal();
      if (was == null ? change.signal() != null : !was.equals(change.signal())) {
        deltas
            .computeIfAbsent(change.customerId(), id -> new SignalDelta())
            .add(was, change.signal());
      }
    }
    return deltas;
  }

  /** Tells what differs between all that was known and all that is. */
  static Map<UUID, SignalDelta> between(
      Map<SignalChange.Id, SignalChange> before, Map<SignalChange.Id, SignalChange> after) {
    Map<UUID, SignalDelta> deltas = of(List.copyOf(after.values()), before);
    before.forEach(
        (id, was) -> {
          if (was.signal() != null && !after.containsKey(id)) {
            deltas
                .computeIfAbsent(was.customerId(), customer -> new SignalDelta())
                .add(was.signal(), null);
          }
        });
    return deltas;
  }

  private void add(Signal was, Signal is) {
    if (was != null) {
      corrected = true;
    } else {
      added.add(is);
    }
  }

  boolean corrected() {
    return corrected;
  }

  /** The new signals, in order. */
  List<Signal> added() {
    // Left as it is: what is new of nobody is read by many at once.
    return added.stream().sorted(Signal.ORDER).toList();
  }
}
