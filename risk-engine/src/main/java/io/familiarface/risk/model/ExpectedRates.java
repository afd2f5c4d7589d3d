package io.familiarface.risk.model;

import io.familiarface.risk.state.DecayingSignal;
import java.util.Map;

/**
 * What is to be expected of the visits to come, as rates per visit: the future is not free of
 * failures, and a model that takes it to be so predicts too little.
 *
 * @param changeRate technician changes per visit
 * @param perChange what a technician change adds on average to each decaying signal
 * @param missedRate missed visits per visit
 * @param complaintRate complaints per visit
 */
public record ExpectedRates(
    double changeRate,
    Map<DecayingSignal, Double> perChange,
    double missedRate,
    double complaintRate) {

  public ExpectedRates {
    perChange = Map.copyOf(perChange);
  }

  /** What home-service companies see, before this one has shown its own: docs/risk-model.md. */
  public static ExpectedRates prior() {
    return new ExpectedRates(
        0.10,
        Map.of(
            DecayingSignal.SUBSTITUTION, 0.75,
            DecayingSignal.HANDOVER, 0.25,
            DecayingSignal.UNTOLD, 0.5,
            DecayingSignal.NOT_INTRODUCED, 0.7),
        0.02,
        0.02);
  }
}
