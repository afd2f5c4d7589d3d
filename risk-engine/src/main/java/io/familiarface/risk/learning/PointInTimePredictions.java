package io.familiarface.risk.learning;

import io.familiarface.risk.engine.RiskEngineSettings;
import io.familiarface.risk.metrics.Predictions;
import io.familiarface.risk.model.Hazard;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.model.SurvivalForecast;
import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.state.CustomerState;
import io.familiarface.risk.state.CustomerStatus;
import java.util.Arrays;
import java.util.List;

/**
 * What a model would have said of each customer at certain instants, by what had happened until
 * then, beside what came of it.
 */
public final class PointInTimePredictions {

  private final Hazard hazard;
  private final SurvivalForecast outlook;
  private final int horizonDays;

  public PointInTimePredictions(RiskModel model, RiskEngineSettings settings) {
    hazard = new Hazard(model, settings.findings().answerWithinDays());
    horizonDays = settings.horizonDays();
    outlook = new SurvivalForecast(model, hazard, horizonDays);
  }

  /** Takes one customer who is being served at an instant. */
  public interface SnapshotConsumer {

    void accept(
        CustomerHistory who, CustomerState state, long at, double probability, boolean left);
  }

  /** Of everybody who is being served at an instant. */
  public Predictions at(List<CustomerHistory> histories, long instant) {
    var predictions = new Predictions();
    take(
        histories,
        new long[] {instant},
        (who, state, at, probability, left) -> predictions.add(probability, left));
    return predictions;
  }

  /**
   * @param instants sorted
   */
  public void take(List<CustomerHistory> histories, long[] instants, SnapshotConsumer consumer) {
    for (var history : histories) {
      take(history, instants, consumer);
    }
  }

  private void take(CustomerHistory history, long[] instants, SnapshotConsumer consumer) {
    var leftAt = history.cancelledAt();
    var state = new CustomerState();
    var next = 0;
    for (var at : instants) {
      while (next < history.signals().size()
          && EpochMicros.of(history.signals().get(next).at()) <= at) {
        state.take(history.signals().get(next++), hazard.halfLives());
      }
      if (state.standing(at) == CustomerStatus.ACTIVE) {
        var probability = outlook.probability(state, at);
        consumer.accept(history, state, at, probability, leftWithin(leftAt, at));
      }
    }
  }

  private boolean leftWithin(long[] leftAt, long at) {
    var end = EpochMicros.plusDays(at, horizonDays);
    return Arrays.stream(leftAt).anyMatch(when -> when > at && when <= end);
  }
}
