package io.familiarface.feedback.retention;

import io.familiarface.feedback.followup.CallEffects.Gains;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * By how much less likely customers of each stratum are to leave when they are called. What was
 * seen in a stratum is pulled towards what was seen in all of them, the more the less it is known
 * and the less the strata differ: a random-effects model, its spread by DerSimonian and Laird
 * (1986).
 */
final class CallGains {
  private CallGains() {}

  /** What is known: nothing, unless there is a verdict that calling does something. */
  static Gains of(List<EffectRow> rows) {
    List<Comparison> all = CallEffect.cancellations(rows);
    CallVerdict verdict = CallVerdict.of(all);
    if (verdict != CallVerdict.CALLING_KEEPS && verdict != CallVerdict.CALLING_DRIVES_AWAY) {
      return Gains.UNKNOWN;
    }
    double together = Difference.ofCounts(all).orElseThrow().estimate();
    Map<String, Difference> each = new HashMap<>();
    rows.stream()
        .collect(Collectors.groupingBy(EffectRow::stratum))
        .forEach(
            (stratum, of) ->
                Difference.ofCounts(CallEffect.cancellations(of))
                    .ifPresent(difference -> each.put(stratum, difference)));
    double spread = spread(List.copyOf(each.values()));
    return new Gains(
        Stratum.BOUNDS,
        Arrays.stream(Stratum.values())
            .map(
                stratum -> -shrunk(Optional.ofNullable(each.get(stratum.name())), together, spread))
            .toList());
  }

  private static double shrunk(Optional<Difference> own, double together, double spread) {
    return own.map(
            seen -> {
              double trust = spread / (spread + variance(seen));
              return trust * seen.estimate() + (1 - trust) * together;
            })
        .orElse(together);
  }

  /**
   * The variance of the true differences; 0 if what was seen is not further apart than by chance.
   */
  private static double spread(List<Difference> seen) {
    double weights = seen.stream().mapToDouble(one -> 1 / variance(one)).sum();
    double mean = seen.stream().mapToDouble(one -> one.estimate() / variance(one)).sum() / weights;
    double apart =
        seen.stream().mapToDouble(one -> Math.pow(one.estimate() - mean, 2) / variance(one)).sum();
    double squares = seen.stream().mapToDouble(one -> 1 / Math.pow(variance(one), 2)).sum();
    double scale = weights - squares / weights;
    return scale <= 0 ? 0 : Math.max(0, (apart - (seen.size() - 1)) / scale);
  }

  private static double variance(Difference difference) {
    return difference.standardError() * difference.standardError();
  }
}
