package io.familiarface.risk.learning;

import io.familiarface.risk.state.DecayingSignal;
import java.util.EnumMap;
import java.util.Map;

/** What validation chooses: how fast signals signal, and how hard the prior pulls. */
public record Hyperparameters(Map<DecayingSignal, Double> halfLives, double penalty) {

  Hyperparameters scaled(HalfLifeGroup group, double factor) {
    var changed = new EnumMap<>(halfLives);
    for (var signal : group.signals()) {
      changed.put(signal, Math.max(7, Math.min(1500, halfLives.get(signal) * factor)));
    }
    return new Hyperparameters(changed, penalty);
  }

  Hyperparameters withPenalty(double other) {
    return new Hyperparameters(halfLives, other);
  }
}
