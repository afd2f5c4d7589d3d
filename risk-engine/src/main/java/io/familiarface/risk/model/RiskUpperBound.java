package io.familiarface.risk.model;

import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.state.AgreementState;
import io.familiarface.risk.state.CustomerState;
import io.familiarface.risk.state.DecayingSignal;
import io.familiarface.risk.state.ReferenceKind;

/**
 * A bound that the probability cannot exceed, found in a fraction of the time that the probability
 * takes: most customers at most events are far from being flagged, and need no exact answer.
 * Nothing fades in it that would lower the risk, and everything that would raise it has faded away.
 */
final class RiskUpperBound {

  private final RiskModel model;
  private final Hazard hazard;
  private final int horizonDays;
  private final double byChange;
  private final double byChangeOfPromised;
  private final double byOthers;

  RiskUpperBound(RiskModel model, Hazard hazard, int horizonDays) {
    this.model = model;
    this.hazard = hazard;
    this.horizonDays = horizonDays;
    var expectations = model.expectations();
    var change = most(Feature.SECOND_FAILURE) + Math.max(0, hazard.beta(Feature.STRANGER_LAST));
    for (var feature : Feature.OF_CHANGES) {
      change += expectations.perChange().getOrDefault(feature.signal(), 0.0) * most(feature);
    }
    var again = most(Feature.SECOND_FAILURE);
    byChange = Math.expm1(change);
    byChangeOfPromised = Math.expm1(change + most(Feature.BROKEN_PROMISE));
    byOthers =
        expectations.missedRate() * Math.expm1(most(Feature.MISSED) + again)
            + expectations.complaintRate() * Math.expm1(most(Feature.COMPLAINT) + again);
  }

  /** The most that one more can add. */
  private double most(Feature feature) {
    return Math.max(0, hazard.beta(feature) * FeatureVector.saturated(1));
  }

  /** Not less than the probability before calibration, at an instant or any later one. */
  double of(CustomerState state, long now) {
    var common = common(state);
    var rate = ExpectedFailures.changeRate(state, model.expectations());
    var failure =
        1
            + byOthers
            + rate
                * (SurvivalForecast.hasPromisedTechnician(state) ? byChangeOfPromised : byChange);
    var sum = 0.0;
    var agreements = state.agreements();
    for (var i = 0; i < agreements.size(); i++) {
      if (agreements.get(i).active()) {
        sum += ofAgreement(agreements.get(i), common, failure, now);
      }
    }
    return sum;
  }

  private double ofAgreement(AgreementState track, double common, double failure, long now) {
    var cadence = Math.log(track.intervalDays() / AgreementState.USUAL_INTERVAL_DAYS);
    var logOdds =
        common
            + hazard.beta(Feature.DENSE_CADENCE) * Math.min(0, cadence)
            + hazard.beta(Feature.SPARSE_CADENCE) * Math.max(0, cadence)
            + hazard.beta(Feature.TENURE) * Math.log1p(track.tenure())
            + newness(track, now);
    var stranger = track.strangerLast() ? hazard.beta(Feature.STRANGER_LAST) : 0;
    var visits = Math.ceil(horizonDays / track.intervalDays()) + 1;
    var all = Math.exp(Math.max(0, stranger));
    var factor = 1.0;
    for (var visit = 0; visit < visits; visit++) {
      factor *= failure;
      all += factor;
    }
    return Math.exp(logOdds) * all;
  }

  private double newness(AgreementState track, long now) {
    var beta = hazard.beta(Feature.NEW_RELATION);
    var age = Math.max(0, EpochMicros.days(track.startedAt(), now));
    return beta <= 0 ? 0 : beta * Math.exp(-age / FeatureVector.SETTLED_AFTER_DAYS);
  }

  private double common(CustomerState state) {
    var sum = hazard.beta(Feature.INTERCEPT);
    for (var feature : FeatureVector.DECAYING) {
      sum += atMost(feature, FeatureVector.saturated(state.lastSum(feature.signal())));
    }
    sum +=
        atMost(
            Feature.SECOND_FAILURE, FeatureVector.repeated(state.lastSum(DecayingSignal.FAILURE)));
    sum += atMost(Feature.LOYALTY, Math.log1p(state.lastSum(DecayingSignal.LOYALTY)));
    sum += hazard.beta(Feature.OPEN_CASE) * FeatureVector.gravity(state.openCases());
    sum += hazard.beta(Feature.BURNED_BEFORE) * (state.burnedBefore() == null ? 0 : 1);
    sum +=
        hazard.beta(Feature.INVOICE_TROUBLE)
            * Math.min(2, state.references(ReferenceKind.TROUBLED_INVOICE).size());
    sum += atMost(Feature.SILENCE, state.references(ReferenceKind.UNANSWERED_REQUEST).size());
    if (state.marksGiven() > 0) {
      sum += atMost(Feature.DISSATISFACTION, FeatureVector.CONTENT - state.satisfactionLevel());
      sum += atMost(Feature.FALLING, state.satisfactionFall());
    }
    return sum;
  }

  private double atMost(Feature feature, double value) {
    return Math.max(0, hazard.beta(feature) * value);
  }
}
