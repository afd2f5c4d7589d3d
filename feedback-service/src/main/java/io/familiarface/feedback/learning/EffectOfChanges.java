package io.familiarface.feedback.learning;

import io.familiarface.feedback.risk.model.Expectations;
import io.familiarface.feedback.risk.model.Feature;
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
            change[feature.ordinal()] = expectations.perChange().getOrDefault(fade, 0.0));
    var effect = fitted.sum(change);
    var spread = 1.96 * fitted.deviation(change);
    var from = Math.exp(effect - spread);
    var to = Math.exp(effect + spread);
    return new EffectOfChanges(Math.exp(effect), from, to, words(from, to));
  }

  /** An effect too small to act upon, even if it should be real. */
  private static final double NEGLIGIBLE = 1.1;

  private static String words(double from, double to) {
    if (from > NEGLIGIBLE) {
      return "Customers of this company leave more often after a technician change.";
    }
    if (to < 1.25) {
      return "Technician changes do not drive customers away from this company.";
    }
    return from > 1
        ? "Technician changes matter a little in this company."
        : "This history does not show whether technician changes matter.";
  }
}
