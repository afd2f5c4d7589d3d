package io.familiarface.feedback.model;

import io.familiarface.rest.Ids;
import io.familiarface.risk.engine.RiskEngineSettings;
import io.familiarface.risk.model.RiskModel;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Generated;

/** A model on record; it never changes. */
@Entity
@Table(name = "risk_model")
public class StoredModel {
  @Id String version;
  UUID id;

  /** Its place in the order in which models were stored. */
  @Generated
  @Column(insertable = false, updatable = false)
  Long seq;

  @Enumerated(EnumType.STRING)
  RiskModel.Kind kind;

  Instant trainedAt;

  @Convert(converter = MetricsJson.class)
  @ColumnTransformer(write = "?::jsonb")
  Map<String, Double> metrics;

  Double raiseFrom;
  Double clearBelow;

  @ColumnTransformer(write = "?::jsonb")
  String document;

  protected StoredModel() {}

  static StoredModel create(
      RiskModel model,
      Instant trainedAt,
      Map<String, Double> metrics,
      double raiseFrom,
      double clearBelow,
      String document) {
    StoredModel stored = new StoredModel();
    stored.version = model.version();
    stored.id = Ids.next();
    stored.kind = model.kind();
    stored.trainedAt = trainedAt;
    stored.metrics = Map.copyOf(metrics);
    stored.raiseFrom = raiseFrom;
    stored.clearBelow = clearBelow;
    stored.document = document;
    return stored;
  }

  public UUID id() {
    return id;
  }

  public long seq() {
    return seq;
  }

  public RiskModel.Kind kind() {
    return kind;
  }

  /** When it was learned; null for the prior. */
  public Instant trainedAt() {
    return trainedAt;
  }

  /** How it did on the time held out when it was promoted; empty for the prior. */
  public Map<String, Double> metrics() {
    return metrics;
  }

  /** The company's settings with the thresholds that go with this model, if it has its own. */
  public RiskEngineSettings settings(RiskEngineSettings configured) {
    return raiseFrom == null ? configured : configured.withFlagThresholds(raiseFrom, clearBelow);
  }
}
