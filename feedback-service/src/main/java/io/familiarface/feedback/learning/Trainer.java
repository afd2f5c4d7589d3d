package io.familiarface.feedback.learning;

import io.familiarface.feedback.risk.model.Calibration;
import io.familiarface.feedback.risk.model.Feature;
import io.familiarface.feedback.risk.model.RiskModel;
import io.familiarface.feedback.risk.state.Fade;
import io.familiarface.feedback.risk.state.HalfLives;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Fits a model to histories, with half-lives and a penalty that have been chosen. */
final class Trainer {

  private final RiskModel prior;
  private final double graceDays;

  Trainer(RiskModel prior, double graceDays) {
    this.prior = prior;
    this.graceDays = graceDays;
  }

  PersonVisits rows(List<CustomerHistory> histories, Map<Fade, Double> halfLives) {
    var rows = new PersonVisits();
    var reader = new RowReader(HalfLives.of(halfLives), graceDays);
    histories.forEach(history -> reader.read(history, 1, rows));
    return rows;
  }

  /** The coefficients that rows ask for, drawn towards the prior by the penalty. */
  double[] coefficients(PersonVisits rows, int[] use, double penalty) {
    var mean = new double[Feature.COUNT];
    var precision = new double[Feature.COUNT];
    for (var feature : Feature.values()) {
      var i = feature.ordinal();
      mean[i] = prior.coefficients().getOrDefault(feature, feature.prior());
      precision[i] = penalty / (feature.deviation() * feature.deviation());
    }
    return new MapLogistic(mean, precision).fit(new Chosen(rows, use));
  }

  RiskModel model(
      String version,
      Instant trainedOn,
      double[] coefficients,
      Map<Fade, Double> halfLives,
      PersonVisits rows,
      int[] use,
      io.familiarface.feedback.risk.model.Expectations expectations) {
    var named = new EnumMap<Feature, Double>(Feature.class);
    for (var feature : Feature.values()) {
      named.put(feature, coefficients[feature.ordinal()]);
    }
    return new RiskModel(
        version,
        RiskModel.Kind.LEARNED,
        trainedOn,
        named,
        halfLives,
        typical(rows, use),
        expectations,
        Calibration.none(),
        promptness(rows, use));
  }

  private static Map<Feature, Double> typical(PersonVisits rows, int[] use) {
    var sums = new double[Feature.COUNT];
    var total = 0.0;
    for (var row : use) {
      total += rows.weight(row);
      for (var i = 0; i < sums.length; i++) {
        sums[i] += rows.weight(row) * rows.x(row, i);
      }
    }
    var typical = new EnumMap<Feature, Double>(Feature.class);
    for (var feature : Feature.values()) {
      typical.put(feature, sums[feature.ordinal()] / total);
    }
    return typical;
  }

  /** Maximum likelihood of the exponent, with twenty cancellations' worth of the prior. */
  private double promptness(PersonVisits rows, int[] use) {
    var count = 20.0;
    var logs = count / prior.promptness();
    for (var row : use) {
      if (rows.left(row)) {
        count++;
        logs -= Math.log(Math.max(0.001, Math.min(1, rows.spent(row))));
      }
    }
    return Math.max(0.1, Math.min(2, count / logs));
  }

  private record Chosen(PersonVisits all, int[] use) implements MapLogistic.Data {

    @Override
    public int rows() {
      return use.length;
    }

    @Override
    public int width() {
      return PersonVisits.WIDTH;
    }

    @Override
    public float x(int row, int column) {
      return all.x(use[row], column);
    }

    @Override
    public boolean happened(int row) {
      return all.left(use[row]);
    }

    @Override
    public double weight(int row) {
      return all.weight(use[row]);
    }
  }
}
