package io.familiarface.risk.learning;

import io.familiarface.risk.state.Fade;
import java.util.EnumMap;
import java.util.Map;

/** What validation chooses: how fast signals fade, and how hard the prior pulls. */
record Choices(Map<Fade, Double> halfLives, double penalty) {

  Choices scaled(HalfLifeGroup group, double factor) {
    var changed = new EnumMap<>(halfLives);
    for (var fade : group.fades()) {
      changed.put(fade, Math.max(7, Math.min(1500, halfLives.get(fade) * factor)));
    }
    return new Choices(changed, penalty);
  }

  Choices withPenalty(double other) {
    return new Choices(halfLives, other);
  }
}
