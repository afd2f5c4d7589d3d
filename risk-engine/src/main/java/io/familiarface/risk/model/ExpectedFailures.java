package io.familiarface.risk.model;

import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.state.CustomerState;
import io.familiarface.risk.state.DecayingSignal;

/**
 * How much the changes, missed visits and complaints that may still happen raise the hazard of the
 * visits to come. A failure with probability p and effect δ on the log-odds multiplies the expected
 * odds by 1 + p(e^δ − 1); what an earlier visit brings has faded by the next.
 */
final class ExpectedFailures {

  /**
   * How many visits' worth of doubt the company's rate of changes weighs against the customer's
   * own.
   */
  private static final double VISITS_OF_DOUBT = 12;

  private final ExpectedRates expectations;
  private final Hazard hazard;

  ExpectedFailures(ExpectedRates expectations, Hazard hazard) {
    this.expectations = expectations;
    this.hazard = hazard;
  }

  static double changeRate(CustomerState state, ExpectedRates expectations) {
    return (state.changes() + VISITS_OF_DOUBT * expectations.changeRate())
        / (state.completed() + VISITS_OF_DOUBT);
  }

  /** For one customer, whose hurts so far make the next one weigh less or more. */
  ForCustomer of(CustomerState state, long from) {
    return new ForCustomer(state, from);
  }

  final class ForCustomer {

    private final long from;
    private final double changeRate;
    private final double change;
    private final double promise;
    private final double missed;
    private final double complaint;
    private final double again;

    private ForCustomer(CustomerState state, long from) {
      this.from = from;
      changeRate = changeRate(state, expectations);
      var sum = 0.0;
      for (var feature : Feature.OF_CHANGES) {
        var share = expectations.perChange().getOrDefault(feature.signal(), 0.0);
        sum += share == 0 ? 0 : share * oneMore(state, feature);
      }
      change = sum;
      promise =
          SurvivalForecast.hasPromisedTechnician(state)
              ? oneMore(state, Feature.BROKEN_PROMISE)
              : 0;
      missed = oneMore(state, Feature.MISSED);
      complaint = oneMore(state, Feature.COMPLAINT);
      var failures = state.sum(DecayingSignal.FAILURE, from, hazard.halfLives());
      again =
          hazard.beta(Feature.SECOND_FAILURE)
              * (FeatureVector.repeated(failures + 1) - FeatureVector.repeated(failures));
    }

    private double oneMore(CustomerState state, Feature feature) {
      var sum = state.sum(feature.signal(), from, hazard.halfLives());
      return hazard.beta(feature)
          * (FeatureVector.saturated(sum + 1) - FeatureVector.saturated(sum));
    }

    /** What may happen at a visit itself adds this to its log-odds. */
    double now() {
      return Math.log1p(
          Math.max(-0.5, atTheVisit(from, again, hazard.beta(Feature.STRANGER_LAST))));
    }

    /**
     * What may happen at one visit and after it adds this to the log-odds of a later one. A
     * complaint follows the visit, so it counts here and not in {@link #now}; by then it is closed.
     */
    double after(double days) {
      var at = EpochMicros.plusDays(from, days);
      var second = again * left(DecayingSignal.FAILURE, at);
      var complaints =
          expectations.complaintRate()
              * Math.expm1(complaint * left(DecayingSignal.COMPLAINT, at) + second);
      return Math.log1p(Math.max(-0.5, atTheVisit(at, second, 0) + complaints));
    }

    private double atTheVisit(long at, double second, double stranger) {
      var byChange =
          change * left(DecayingSignal.SUBSTITUTION, at)
              + promise * left(DecayingSignal.BROKEN_PROMISE, at)
              + second
              + stranger;
      return changeRate * Math.expm1(byChange)
          + expectations.missedRate()
              * Math.expm1(missed * left(DecayingSignal.MISSED, at) + second);
    }

    private double left(DecayingSignal signal, long at) {
      return hazard.halfLives().left(signal, from, at);
    }
  }
}
