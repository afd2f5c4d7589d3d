package io.familiarface.risk.signal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All signals of one customer, whatever order they came in; corrections replace by key. */
public final class History {

  private final Map<SignalKey, Signal> byKey = new HashMap<>();

  public static History of(Collection<? extends Signal> signals) {
    var history = new History();
    signals.forEach(history::put);
    return history;
  }

  public void put(Signal signal) {
    byKey.put(signal.key(), signal);
  }

  public void withdraw(SignalKey key) {
    byKey.remove(key);
  }

  /** Everything, sorted by {@link Signal#ORDER}. */
  public List<Signal> sorted() {
    var signals = new ArrayList<>(byKey.values());
    signals.sort(Signal.ORDER);
    return signals;
  }

  /** What had happened up to and including an instant, sorted. */
  public List<Signal> upTo(Instant asOf) {
    return sorted().stream().filter(signal -> !signal.at().isAfter(asOf)).toList();
  }
}
