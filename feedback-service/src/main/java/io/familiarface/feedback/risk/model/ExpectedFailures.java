package io.familiarface.feedback.risk.model;

import io.familiarface.feedback.risk.state.CustomerState;
import io.familiarface.feedback.risk.state.Fade;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much the changes, missed visits and complaints that may still happen raise the hazard of the
 * visits to come. A failure with probability p and effect δ on the log-odds multiplies the expected
 * odds by 1 + p(e^δ − 1); what an earlier visit brings has faded a little by the next.
 */
final class ExpectedFailures {

  /** How many visits' worth of doubt the company's rate of changes weighs against her own. */
  private static final double VISITS_OF_DOUBT = 12;

  /** What is left, on average over the horizon, of the effect of an earlier visit. */
  private static final double FADED = 0.85;

  /** Beyond this many earlier visits their effects have faded as fast as they come. */
  private static final int PILING_UP = 8;

  private static final Map<Fade, Feature> OF_CHANGES = new EnumMap<>(Fade.class);

  static {
    OF_CHANGES.put(Fade.SUBSTITUTION, Feature.SUBSTITUTION);
    OF_CHANGES.put(Fade.HANDOVER, Feature.HANDOVER);
    OF_CHANGES.put(Fade.UNCLEAR_CHANGE, Feature.UNCLEAR_CHANGE);
    OF_CHANGES.put(Fade.UNTOLD, Feature.UNTOLD);
    OF_CHANGES.put(Fade.TOLD_UNKNOWN, Feature.TOLD_UNKNOWN);
    OF_CHANGES.put(Fade.NOT_INTRODUCED, Feature.NOT_INTRODUCED);
    OF_CHANGES.put(Fade.INTRODUCTION_UNKNOWN, Feature.INTRODUCTION_UNKNOWN);
  }

  /**
   * @param now what a failure at the visit itself adds to its log-odds
   * @param later what each earlier visit adds
   */
  record Shift(double now, double later) {

    double shift(int earlierVisits) {
      return now + later * Math.min(PILING_UP, earlierVisits);
    }
  }

  private final Expectations expectations;
  private final Hazard hazard;
  private final double change;
  private final double missed;
  private final double complaint;

  ExpectedFailures(Expectations expectations, Hazard hazard) {
    this.expectations = expectations;
    this.hazard = hazard;
    var sum = 0.0;
    for (var share : expectations.perChange().entrySet()) {
      var feature = OF_CHANGES.get(share.getKey());
      sum += feature == null ? 0 : share.getValue() * hazard.beta(feature);
    }
    change = sum;
    missed = hazard.beta(Feature.MISSED);
    complaint = hazard.beta(Feature.COMPLAINT) + hazard.beta(Feature.OPEN_CASE);
  }

  Shift of(CustomerState state) {
    var failed = state.sum(Fade.FAILURE, Math.max(0, state.lastAt()), hazard.halfLives());
    var again = hazard.beta(Feature.SECOND_FAILURE) * Math.min(1, failed);
    var promise = Outlook.hasPromisedTechnician(state) ? hazard.beta(Feature.BROKEN_PROMISE) : 0;
    var rate =
        (state.changes() + VISITS_OF_DOUBT * expectations.changeRate())
            / (state.completed() + VISITS_OF_DOUBT);
    var lasting = change + promise + again;
    var stranger = hazard.beta(Feature.STRANGER_LAST);
    var now = factor(rate, lasting + stranger) + others(again, 1);
    var later = factor(rate, lasting * FADED) + others(again, FADED);
    return new Shift(Math.log(Math.max(0.5, 1 + now)), Math.log(Math.max(0.5, 1 + later)));
  }

  private double others(double again, double left) {
    return factor(expectations.missedRate(), (missed + again) * left)
        + factor(expectations.complaintRate(), (complaint + again) * left);
  }

  private static double factor(double rate, double effect) {
    return rate * Math.expm1(effect);
  }
}
