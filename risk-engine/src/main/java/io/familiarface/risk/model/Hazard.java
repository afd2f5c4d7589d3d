package io.familiarface.risk.model;

import io.familiarface.risk.state.AgreementState;
import io.familiarface.risk.state.CustomerState;
import io.familiarface.risk.state.HalfLives;

/** A model made ready for use: the log-odds that a customer leaves at a visit. */
public final class Hazard {

  private final double[] beta = new double[Feature.COUNT];
  private final double[] typical = new double[Feature.COUNT];
  private final HalfLives halfLives;
  private final double graceDays;

  public Hazard(RiskModel model, double graceDays) {
    for (var feature : Feature.values()) {
      beta[feature.ordinal()] = model.coefficients().getOrDefault(feature, feature.prior());
      typical[feature.ordinal()] = model.typical().getOrDefault(feature, feature.typical());
    }
    halfLives = HalfLives.of(model.halfLives());
    this.graceDays = graceDays;
  }

  public HalfLives halfLives() {
    return halfLives;
  }

  public double beta(Feature feature) {
    return beta[feature.ordinal()];
  }

  public double[] features(CustomerState state, AgreementState track, long at) {
    var x = new double[Feature.COUNT];
    FeatureVector.at(state, track, at, halfLives, graceDays, x);
    return x;
  }

  double logOdds(double[] x) {
    var sum = 0.0;
    for (var i = 0; i < beta.length; i++) {
      sum += beta[i] * x[i];
    }
    return sum;
  }

  void fill(CustomerState state, AgreementState track, long at, double[] x) {
    FeatureVector.at(state, track, at, halfLives, graceDays, x);
  }

  /** What a feature adds to the log-odds, against a typical customer. */
  public double contribution(Feature feature, double[] x) {
    var i = feature.ordinal();
    return beta[i] * (x[i] - typical[i]);
  }
}
