package io.familiarface.risk.state;

import io.familiarface.risk.signal.EpochMicros;
import java.util.EnumMap;
import java.util.Map;

/** For each decaying signal, the days after which half of it is gone. */
public final class HalfLives {

  private final double[] days = new double[DecayingSignal.COUNT];
  private final double[] perMicro = new double[DecayingSignal.COUNT];

  private HalfLives(Map<DecayingSignal, Double> given) {
    for (var signal : DecayingSignal.values()) {
      var chosen = given.getOrDefault(signal, signal.priorDays());
      if (!(chosen > 0)) {
        throw new IllegalArgumentException("the half-life of " + signal + " must be positive");
      }
      days[signal.ordinal()] = chosen;
      perMicro[signal.ordinal()] = -Math.log(2) / (chosen * EpochMicros.PER_DAY);
    }
  }

  public static HalfLives prior() {
    return new HalfLives(Map.of());
  }

  /** Those given; the documented defaults for the others. */
  public static HalfLives of(Map<DecayingSignal, Double> days) {
    return new HalfLives(days);
  }

  public double days(DecayingSignal signal) {
    return days[signal.ordinal()];
  }

  /** What is left of one after a while. */
  public double left(DecayingSignal signal, long from, long to) {
    return to <= from ? 1 : Math.exp(perMicro[signal.ordinal()] * (to - from));
  }

  public Map<DecayingSignal, Double> asMap() {
    var map = new EnumMap<DecayingSignal, Double>(DecayingSignal.class);
    for (var signal : DecayingSignal.values()) {
      map.put(signal, days(signal));
    }
    return map;
  }
}
