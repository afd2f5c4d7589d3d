package io.familiarface.risk.learning;

import io.familiarface.risk.model.Calibration;
import io.familiarface.risk.model.CancellationTiming;
import io.familiarface.risk.model.ExpectedRates;
import io.familiarface.risk.model.Feature;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.state.DecayingSignal;
import io.familiarface.risk.state.HalfLives;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Fits a model to histories, with half-lives and a penalty that have been chosen. */
final class ModelFitter {

  private static final double CANCELLATIONS_OF_DOUBT = 20;
  private static final double PULL_ON_EFFECTS = 0.3;

  private final RiskModel prior;
  private final double graceDays;

  ModelFitter(RiskModel prior, double graceDays) {
    this.prior = prior;
    this.graceDays = graceDays;
  }

  PersonVisits rows(List<CustomerHistory> histories, Map<DecayingSignal, Double> halfLives) {
    var visits = histories.stream().mapToInt(CustomerHistory::visits).sum();
    var rows = new PersonVisits(visits);
    var reader = reader(halfLives);
    histories.forEach(history -> reader.read(history, 1, rows));
    return rows;
  }

  PersonVisitExtractor reader(Map<DecayingSignal, Double> halfLives) {
    return new PersonVisitExtractor(HalfLives.of(halfLives), graceDays);
  }

  /** The coefficients that rows ask for, drawn towards the prior by the penalty. */
  PosteriorEstimate coefficients(PersonVisits rows, int[] use, double penalty) {
    return new MapLogisticRegression(means(), precisions(penalty))
        .fit(new PersonVisitSubset(rows, use));
  }

  private static double[] oneMore(double[] values, int like) {
    var more = Arrays.copyOf(values, values.length + 1);
    more[values.length] = values[like];
    return more;
  }

  private double[] means() {
    var means = new double[Feature.COUNT];
    for (var feature : Feature.values()) {
      means[feature.ordinal()] = prior.coefficients().getOrDefault(feature, feature.prior());
    }
    return means;
  }

  private static double[] precisions(double penalty) {
    var precisions = new double[Feature.COUNT];
    for (var feature : Feature.values()) {
      precisions[feature.ordinal()] = penalty / (feature.deviation() * feature.deviation());
    }
    return precisions;
  }

  /**
   * With second technician changes told apart from other second failures, and hardly drawn to the
   * prior, which would have them matter: here the history is to speak.
   */
  PosteriorEstimate withSecondChanges(PersonVisits rows, int[] use, PosteriorEstimate fitted) {
    var like = Feature.SECOND_FAILURE.ordinal();
    var precisions = oneMore(precisions(PULL_ON_EFFECTS), like);
    return new MapLogisticRegression(oneMore(means(), like), precisions)
        .fit(
            new SecondChangeColumn(new PersonVisitSubset(rows, use)), oneMore(fitted.mean(), like));
  }

  RiskModel model(
      String version,
      Instant trainedOn,
      double[] coefficients,
      Map<DecayingSignal, Double> halfLives,
      PersonVisits rows,
      int[] use,
      ExpectedRates expectations) {
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

  /** The shares that were seen, with some cancellations' worth of the prior. */
  private CancellationTiming promptness(PersonVisits rows, int[] use) {
    var counts = new double[CancellationTiming.KNOTS.size()];
    var total = CANCELLATIONS_OF_DOUBT;
    for (var i = 0; i < counts.length; i++) {
      counts[i] = CANCELLATIONS_OF_DOUBT * prior.promptness().shares().get(i);
    }
    for (var row : use) {
      if (rows.left(row)) {
        total += rows.weight(row);
        for (var i = 0; i < counts.length; i++) {
          var last = i == counts.length - 1;
          counts[i] +=
              last || rows.spent(row) <= CancellationTiming.KNOTS.get(i) ? rows.weight(row) : 0;
        }
      }
    }
    var all = total;
    return new CancellationTiming(Arrays.stream(counts).mapToObj(count -> count / all).toList());
  }
}
