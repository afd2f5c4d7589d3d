package io.familiarface.risk.learning;

import io.familiarface.risk.signal.SignalKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The time that a company's history tells of: from its first visit to its last visit or
 * cancellation. After that there is silence, and silence is no loyalty: of an imported history that
 * ended a year ago nobody knows who has left since.
 */
public record ObservationPeriod(Instant first, Instant last) {

  /** What shows that the company was still at work, and that leaving was still written down. */
  private static final Set<SignalKind> TELLING =
      EnumSet.of(
          SignalKind.VISIT_COMPLETED, SignalKind.VISIT_MISSED, SignalKind.AGREEMENT_CANCELLED);

  /** So long after its end a history may be taken to go on, with nothing to tell. */
  static final Duration QUIET_END = Duration.ofDays(7);

  /** By what had happened until an instant; empty when nobody was visited yet. */
  public static Optional<ObservationPeriod> of(Collection<CustomerHistory> histories, Instant now) {
    Instant first = null;
    Instant last = null;
    for (var history : histories) {
      for (var signal : history.signals()) {
        if (TELLING.contains(signal.kind()) && !signal.at().isAfter(now)) {
          first = first == null || signal.at().isBefore(first) ? signal.at() : first;
          last = last == null || signal.at().isAfter(last) ? signal.at() : last;
        }
      }
    }
    return first == null ? Optional.empty() : Optional.of(new ObservationPeriod(first, last));
  }

  /** Whether the history is old: it ended so long ago that there ought to be more. */
  boolean endedBefore(Instant now) {
    return last.plus(QUIET_END).isBefore(now);
  }

  /** Whether a time lies within the history. */
  public boolean holds(Instant from, Instant to) {
    return !from.isBefore(first) && !to.isAfter(last.plus(QUIET_END));
  }
}
