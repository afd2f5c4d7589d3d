package io.familiarface.feedback.learning;

import io.familiarface.feedback.risk.model.Expectations;
import io.familiarface.feedback.risk.model.Feature;
import io.familiarface.feedback.risk.model.FeatureVector;
import io.familiarface.feedback.risk.state.Fade;
import java.util.Map;

/**
 * What a technician change of this company's usual kind does to the odds of leaving at a visit, by
 * its own history and the prior.
 *
 * @param oddsRatio right after the change; 1 is nothing
 * @param from lower end of the 95 % interval
 * @param to upper end
 */
public record EffectOfChanges(double oddsRatio, double from, double to, String words) {

  private static final Map<Fade, Feature> PARTS =
      Map.of(
          Fade.SUBSTITUTION, Feature.SUBSTITUTION,
          Fade.HANDOVER, Feature.HANDOVER,
          Fade.UNCLEAR_CHANGE, Feature.UNCLEAR_CHANGE,
          Fade.UNTOLD, Feature.UNTOLD,
          Fade.TOLD_UNKNOWN, Feature.TOLD_UNKNOWN,
          Fade.NOT_INTRODUCED, Feature.NOT_INTRODUCED,
          Fade.INTRODUCTION_UNKNOWN, Feature.INTRODUCTION_UNKNOWN);

  static EffectOfChanges of(Fitted fitted, Expectations expectations) {
    var change = new double[Feature.COUNT];
    PARTS.forEach(
        (fade, feature) ->
            change[feature.ordinal()] =
                FeatureVector.softened(1) * expectations.perChange().getOrDefault(fade, 0.0));
    change[Feature.STRANGER_LAST.ordinal()] = 1;
    var effect = fitted.sum(change);
    var spread = 1.96 * fitted.deviation(change);
    var from = Math.exp(effect - spread);
    var to = Math.exp(effect + spread);
    return new EffectOfChanges(Math.exp(effect), from, to, words(from, to));
  }

  /** An effect smaller than this is not worth acting upon, even if it should be real. */
  private static final double WORTH_ACTING_UPON = 1.1;

  /** A history that leaves room for more than this has not shown that there is no effect. */
  private static final double RULED_OUT = 1.5;

  private static String words(double from, double to) {
    if (from > WORTH_ACTING_UPON) {
      return "Customers of this company leave more often after a technician change.";
    }
    return to < RULED_OUT
        ? "Technician changes do not drive customers away from this company."
        : "This history does not show whether technician changes matter.";
  }
}
