package io.familiarface.risk.backtest;

import io.familiarface.risk.reason.ReasonCode;
import io.familiarface.risk.state.Flag;
import io.familiarface.risk.state.FlagState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * What happened to one customer while flags were replayed.
 *
 * @param customer their number, the same as where they were judged
 * @param days they were served between the beginning and the end
 * @param flags all that were raised, also before the beginning
 * @param changes the instants of their technician changes
 * @param cancellations of their agreements, the instants, each once
 * @param calls the instants at which somebody called and reached them
 */
record FlagTimeline(
    int customer,
    double days,
    Collection<Flag> flags,
    List<Instant> changes,
    List<Instant> cancellations,
    List<Instant> calls) {

  /** Flags raised within a time, by what raised them; null for either. */
  List<Flag> raised(Instant from, Instant to, Boolean byProbability) {
    return flags.stream()
        .filter(flag -> !flag.raisedAt().isBefore(from) && !flag.raisedAt().isAfter(to))
        .filter(flag -> byProbability == null || byProbability(flag) == byProbability)
        .toList();
  }

  static boolean byProbability(Flag flag) {
    return flag.reasons().contains(ReasonCode.HIGH_PROBABILITY);
  }

  /** How many there were in a time that ends at an instant. */
  long changes(Instant at, Duration within) {
    return changes.stream()
        .filter(change -> !change.isAfter(at) && change.isAfter(at.minus(within)))
        .count();
  }

  /** When the number of changes lately came to so many. */
  List<Instant> alerts(int least, Duration within, Instant from, Instant to) {
    return changes.stream()
        .filter(at -> !at.isBefore(from) && !at.isAfter(to))
        .filter(at -> changes(at, within) >= least)
        .filter(at -> changes(at.minusNanos(1_000), within) < least)
        .toList();
  }

  List<Instant> cancellations(Instant after, Instant to) {
    return cancellations.stream().filter(at -> at.isAfter(after) && !at.isAfter(to)).toList();
  }

  boolean isCalled(Instant from, Instant to) {
    return calls.stream().anyMatch(at -> !at.isBefore(from) && !at.isAfter(to));
  }

  boolean leaves(Instant from, Instant to) {
    return cancellations.stream().anyMatch(at -> !at.isBefore(from) && !at.isAfter(to));
  }

  /** For each cancellation that came under a flag, the flag that had been raised last. */
  List<Flag> lost(Instant after, Instant to) {
    var lost = new TreeMap<Instant, Flag>();
    for (var flag : flags) {
      if (flag.state() == FlagState.LOST
          && flag.endedAt().isAfter(after)
          && !flag.endedAt().isAfter(to)) {
        lost.merge(flag.endedAt(), flag, (a, b) -> a.raisedAt().isAfter(b.raisedAt()) ? a : b);
      }
    }
    return new ArrayList<>(lost.values());
  }
}
