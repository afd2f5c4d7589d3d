package io.familiarface.risk.model;

import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.signal.PromiseKind;
import io.familiarface.risk.state.AgreementState;
import io.familiarface.risk.state.CustomerState;

/**
 * The probability that a customer cancels within the horizon: the hazard that is left of the
 * present interval, and those of the visits that their agreement's cadence will bring, each with
 * what has faded by then and with the failures that are to be expected on the way. Who is planned
 * to come plays no part.
 */
public final class SurvivalForecast {

  /** Visits looked at one by one; of a denser cadence every k-th stands for k. */
  private static final int MOST_VISITS = 30;

  /**
   * Of whoever is visited more often than this, as many failures are expected as of a weekly
   * customer: what hurts them adds up by far less than the number of their visits.
   */
  private static final double DENSEST_DAYS = 7;

  private final Hazard hazard;
  private final RiskModel model;
  private final ExpectedFailures failures;
  private final int horizonDays;
  private final RiskUpperBound ceiling;

  public SurvivalForecast(RiskModel model, Hazard hazard, int horizonDays) {
    this.model = model;
    this.hazard = hazard;
    this.horizonDays = horizonDays;
    ceiling = new RiskUpperBound(model, hazard, horizonDays);
    failures = new ExpectedFailures(model.expectations(), hazard);
  }

  public int horizonDays() {
    return horizonDays;
  }

  public double probability(CustomerState state, long asOf) {
    return model.calibration().of(uncalibrated(state, asOf));
  }

  /**
   * Whether the probability is below a bound for sure, found quickly; false says nothing.
   *
   * @param uncalibratedBound the bound before calibration, see {@link #uncalibratedFor}
   */
  public boolean surelyBelow(CustomerState state, long asOf, double uncalibratedBound) {
    return ceiling.of(state, asOf) < uncalibratedBound;
  }

  /** The largest probability before calibration that is not above a given one after it. */
  public double uncalibratedFor(double probability) {
    var low = 0.0;
    var high = 1.0;
    for (var step = 0; step < 60; step++) {
      var middle = (low + high) / 2;
      if (model.calibration().of(middle) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Before the last correction. */
  public double uncalibrated(CustomerState state, long asOf) {
    if (state.standing(asOf).gone()) {
      return 0;
    }
    var survival = 0.0;
    var agreements = state.agreements();
    if (agreements.isEmpty()) {
      survival = logSurvival(state, null, asOf);
    }
    for (var i = 0; i < agreements.size(); i++) {
      if (agreements.get(i).runs(asOf)) {
        survival += logSurvival(state, agreements.get(i), asOf);
      }
    }
    return -Math.expm1(survival);
  }

  private double logSurvival(CustomerState state, AgreementState track, long asOf) {
    var interval = track == null ? AgreementState.USUAL_INTERVAL_DAYS : track.intervalDays();
    var end = EpochMicros.plusDays(asOf, horizonDays);
    var x = new double[Feature.COUNT];
    var sum = 0.0;
    var next = Math.max(asOf, track == null ? asOf : track.startedAt());
    if (track != null && track.occasions() > 0) {
      var last = track.lastOccasionAt();
      hazard.fill(state, track, asOf, x);
      var left = spent(last, end, interval) - spent(last, asOf, interval);
      sum += left * logStay(hazard.logOdds(x));
      next = Math.max(asOf, EpochMicros.plusDays(last, interval));
    }
    var coming = Math.max(1, (int) Math.ceil(EpochMicros.days(next, end) / interval));
    var stride = (coming + MOST_VISITS - 1) / MOST_VISITS;
    var expected = failures.of(state, next);
    var felt = Math.min(1, interval / DENSEST_DAYS);
    var earlier = 0.0;
    for (var visit = 0; visit < coming; visit += stride) {
      var at = EpochMicros.plusDays(next, visit * interval);
      if (at >= end) {
        break;
      }
      hazard.fill(state, track, at, x);
      x[Feature.STRANGER_LAST.ordinal()] = 0;
      var share = Math.min(stride, coming - visit) * spent(at, end, interval);
      sum += share * logStay(hazard.logOdds(x) + expected.now() + earlier);
      earlier += felt * stride * expected.after((visit + stride) * interval);
    }
    return sum;
  }

  /** The share of an interval's hazard that is spent by an instant. */
  private double spent(long from, long to, double intervalDays) {
    return model.promptness().by(EpochMicros.days(from, to) / intervalDays);
  }

  /** The logarithm of the probability of staying. */
  private static double logStay(double logOdds) {
    return -Math.log1p(Math.exp(logOdds));
  }

  static boolean hasPromisedTechnician(CustomerState state) {
    var promises = state.promises();
    for (var i = 0; i < promises.size(); i++) {
      if (promises.get(i).promise() == PromiseKind.SAME_TECHNICIAN) {
        return true;
      }
    }
    return false;
  }
}
