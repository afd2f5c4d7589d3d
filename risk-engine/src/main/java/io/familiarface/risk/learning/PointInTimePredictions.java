package io.familiarface.risk.learning;

import io.familiarface.risk.engine.RiskEngineSettings;
import io.familiarface.risk.model.Hazard;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.model.SurvivalForecast;
import io.familiarface.risk.signal.AgreementCancelled;
import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.signal.Signal;
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
  public interface Taker {

    void take(CustomerHistory who, CustomerState state, long at, double probability, boolean left);
  }

  /**
   * @param instants sorted
   */
  public void take(List<CustomerHistory> histories, long[] instants, Taker taker) {
    for (var history : histories) {
      take(history, instants, taker);
    }
  }

  private void take(CustomerHistory history, long[] instants, Taker taker) {
    var leftAt = cancellations(history.signals());
    var state = new CustomerState();
    var next = 0;
    for (var at : instants) {
      while (next < history.signals().size()
          && EpochMicros.of(history.signals().get(next).at()) <= at) {
        state.take(history.signals().get(next++), hazard.halfLives());
      }
      if (state.standing(at) == CustomerStatus.ACTIVE) {
        var probability = outlook.probability(state, at);
        taker.take(history, state, at, probability, leftWithin(leftAt, at));
      }
    }
  }

  private boolean leftWithin(long[] leftAt, long at) {
    var end = EpochMicros.plusDays(at, horizonDays);
    return Arrays.stream(leftAt).anyMatch(when -> when > at && when <= end);
  }

  private static long[] cancellations(List<Signal> signals) {
    return signals.stream()
        .filter(AgreementCancelled.class::isInstance)
        .mapToLong(signal -> EpochMicros.of(signal.at()))
        .toArray();
  }
}
