package io.familiarface.risk.learning;

import io.familiarface.risk.engine.RiskEngineSettings;
import io.familiarface.risk.learning.TrainingResult.Thresholds;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.signal.EpochMicros;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Sets the thresholds of flags for a new model, so that it flags as many as the old one did. */
public final class ThresholdMatching {

  private ThresholdMatching() {}

  public static Thresholds asMany(
      RiskModel present,
      RiskModel next,
      RiskEngineSettings settings,
      List<CustomerHistory> histories,
      Instant at) {
    var before = probabilities(present, settings, histories, at);
    var after = probabilities(next, settings, histories, at);
    if (before.length == 0) {
      return new Thresholds(settings.flags().raiseFrom(), settings.flags().clearBelow());
    }
    var raise = sameRank(before, after, settings.flags().raiseFrom());
    var clear = sameRank(before, after, settings.flags().clearBelow());
    return new Thresholds(raise, Math.min(clear, raise * 0.8));
  }

  private static double[] probabilities(
      RiskModel model, RiskEngineSettings settings, List<CustomerHistory> histories, Instant at) {
    var predictions = new PointInTimePredictions(model, settings).at(histories, EpochMicros.of(at));
    var sorted = predictions.probabilities();
    Arrays.sort(sorted);
    return sorted;
  }

  /** The value in one sorted list that as many lie at or above as lie above a bound in another. */
  private static double sameRank(double[] before, double[] after, double bound) {
    var above = (int) Arrays.stream(before).filter(p -> p >= bound).count();
    if (above == 0) {
      return Math.min(0.99, Math.max(bound, after[after.length - 1] * 1.05));
    }
    var place = after.length - Math.min(above, after.length);
    return Math.max(0.001, Math.min(0.99, after[place]));
  }
}
