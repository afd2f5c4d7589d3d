package io.familiarface.risk.model;

import io.familiarface.risk.state.Fade;
import java.util.Map;

/**
 * What is to be expected of the visits to come, as rates per visit: the future is not free of
 * failures, and a model that takes it to be so predicts too little.
 *
 * @param changeRate technician changes per visit
 * @param perChange what a technician change adds on average to each fading signal
 * @param missedRate missed visits per visit
 * @param complaintRate complaints per visit
 */
public record Expectations(
    double changeRate, Map<Fade, Double> perChange, double missedRate, double complaintRate) {

  public Expectations {
    perChange = Map.copyOf(perChange);
  }

  /** What home-service companies see, before this one has shown its own: docs/risk-model.md. */
  public static Expectations prior() {
    return new Expectations(
        0.10,
        Map.of(
            Fade.SUBSTITUTION, 0.75,
            Fade.HANDOVER, 0.25,
            Fade.UNTOLD, 0.5,
            Fade.NOT_INTRODUCED, 0.7),
        0.02,
        0.02);
  }
}
