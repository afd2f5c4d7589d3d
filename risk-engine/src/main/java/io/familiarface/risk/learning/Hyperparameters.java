package io.familiarface.risk.learning;

import io.familiarface.risk.state.DecayingSignal;
import java.util.EnumMap;
import java.util.Map;

/** What validation chooses: how fast signals fade, and how hard the prior pulls. */
public record Hyperparameters(Map<DecayingSignal, Double> halfLives, double penalty) {

  Hyperparameters scaled(HalfLifeGroup group, double factor) {
    var changed = new EnumMap<>(halfLives);
    for (var fade : group.fades()) {
      changed.put(fade, Math.max(7, Math.min(1500, halfLives.get(fade) * factor)));
    }
    return new Hyperparameters(changed, penalty);
  }

  Hyperparameters withPenalty(double other) {
    return new Hyperparameters(halfLives, other);
  }
}
