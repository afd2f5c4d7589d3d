package io.familiarface.feedback.model;

import io.familiarface.risk.engine.RiskEngineSettings;
import io.familiarface.risk.model.RiskModel;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A model on record.
 *
 * @param seq its place in the order in which models were stored
 * @param trainedAt when it was learned; null for the prior
 * @param metrics how it did on the time held out when it was promoted; empty for the prior
 * @param raiseFrom where its flags are raised; null for where configuration says
 * @param clearBelow where they may be cleared
 */
public record StoredModel(
    long seq,
    UUID id,
    String version,
    RiskModel.Kind kind,
    Instant trainedAt,
    Map<String, Double> metrics,
    Double raiseFrom,
    Double clearBelow) {

  public StoredModel {
    metrics = Map.copyOf(metrics);
  }

  /** The company's settings with the thresholds that go with this model. */
  public RiskEngineSettings settings(RiskEngineSettings configured) {
    return raiseFrom == null ? configured : configured.withFlagThresholds(raiseFrom, clearBelow);
  }
}
