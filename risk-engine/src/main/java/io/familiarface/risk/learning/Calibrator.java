package io.familiarface.risk.learning;

import io.familiarface.risk.engine.RiskEngineSettings;
import io.familiarface.risk.model.Calibration;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.signal.EpochMicros;
import java.util.ArrayList;
import java.util.List;

/**
 * The last correction: on past instants whose outcome is known, how far the composed probabilities
 * lie from what happened. Drawn towards no correction.
 */
final class Calibrator {

  private static final int INSTANTS = 10;
  private static final double DAYS_BETWEEN = 45;
  private static final double LEAST_SLOPE = 0.1;
  private static final double[] NO_CORRECTION = {Calibration.none().intercept(), 1, 0};
  private static final double[] PRECISION = {1 / (0.7 * 0.7), 1 / (0.25 * 0.25), 1 / (0.1 * 0.1)};
  private static final double[] WITHOUT_BEND = {PRECISION[0], PRECISION[1], 1e12};

  private final RiskEngineSettings settings;

  Calibrator(RiskEngineSettings settings) {
    this.settings = settings;
  }

  private record Pair(float z, boolean left) {}

  /**
   * @param until the instant up to which outcomes are known
   */
  RiskModel calibrate(RiskModel model, List<CustomerHistory> histories, long until) {
    var pairs = new ArrayList<Pair>();
    new PointInTimePredictions(model.withCalibration(Calibration.none()), settings)
        .take(
            histories,
            instants(until),
            (who, state, at, probability, left) -> {
              if (probability > 0 && probability < 1) {
                pairs.add(new Pair((float) Calibration.fromCentre(probability), left));
              }
            });
    return model.withCalibration(fit(new Pairs(pairs)));
  }

  /** A curve if it rises everywhere, else a line. */
  private static Calibration fit(Pairs pairs) {
    var curve = new MapLogisticRegression(NO_CORRECTION, PRECISION).fit(pairs).mean();
    if (Calibration.rises(curve[1], curve[2])) {
      return new Calibration(curve[0], curve[1], curve[2]);
    }
    var line = new MapLogisticRegression(NO_CORRECTION, WITHOUT_BEND).fit(pairs).mean();
    return new Calibration(line[0], Math.max(LEAST_SLOPE, line[1]), 0);
  }

  private long[] instants(long until) {
    var instants = new long[INSTANTS];
    for (var i = 0; i < INSTANTS; i++) {
      var days = settings.horizonDays() + DAYS_BETWEEN * (INSTANTS - 1 - i);
      instants[i] = EpochMicros.plusDays(until, -days);
    }
    return instants;
  }

  private record Pairs(List<Pair> pairs) implements MapLogisticRegression.Observations {

    @Override
    public int rows() {
      return pairs.size();
    }

    @Override
    public int width() {
      return NO_CORRECTION.length;
    }

    @Override
    public float x(int row, int column) {
      var z = pairs.get(row).z;
      return column == 0 ? 1 : column == 1 ? z : (float) Calibration.squared(z);
    }

    @Override
    public boolean happened(int row) {
      return pairs.get(row).left;
    }
  }
}
