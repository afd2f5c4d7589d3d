package io.familiarface.risk.state;

import java.util.EnumMap;
import java.util.Map;

/** For each fading signal, the days after which half of it is gone. */
public final class HalfLives {

  private final double[] days = new double[Fade.COUNT];
  private final double[] perMicro = new double[Fade.COUNT];

  private HalfLives(Map<Fade, Double> given) {
    for (var fade : Fade.values()) {
      var chosen = given.getOrDefault(fade, fade.priorDays());
      if (!(chosen > 0)) {
        throw new IllegalArgumentException("the half-life of " + fade + " must be positive");
      }
      days[fade.ordinal()] = chosen;
      perMicro[fade.ordinal()] = -Math.log(2) / (chosen * Micros.PER_DAY);
    }
  }

  public static HalfLives prior() {
    return new HalfLives(Map.of());
  }

  /** Those given; the documented defaults for the others. */
  public static HalfLives of(Map<Fade, Double> days) {
    return new HalfLives(days);
  }

  public double days(Fade fade) {
    return days[fade.ordinal()];
  }

  /** What is left of one after a while. */
  public double left(Fade fade, long from, long to) {
    return to <= from ? 1 : Math.exp(perMicro[fade.ordinal()] * (to - from));
  }

  public Map<Fade, Double> asMap() {
    var map = new EnumMap<Fade, Double>(Fade.class);
    for (var fade : Fade.values()) {
      map.put(fade, days(fade));
    }
    return map;
  }
}
