package io.familiarface.risk.learning;

import io.familiarface.risk.signal.EpochMicros;
import java.util.List;

/**
 * Chooses half-lives and penalty by rolling-origin validation: fitted to what was known at an
 * origin, judged by the log-loss on the visits of the time after it. One group after another,
 * coarse then fine, on a sample that is large enough.
 */
final class HyperparameterSearch {

  private static final int ENOUGH_VISITS = 80_000;
  private static final double[] COARSE = {1 / 3.0, 3};
  private static final double[] FINE = {0.58, 1.73};
  private static final double[] PENALTIES = {0.3, 3};
  private static final double[] ORIGINS_DAYS_BACK = {270, 180, 90};

  /** What is not better by at least this share is chance. */
  private static final double WORTH_CHANGING = 0.0003;

  private final ModelFitter trainer;
  private final ProgressListener progress;

  HyperparameterSearch(ModelFitter trainer, ProgressListener progress) {
    this.trainer = trainer;
    this.progress = progress;
  }

  /**
   * @param until nothing after it is looked at
   */
  Hyperparameters choose(List<CustomerHistory> histories, Hyperparameters start, long until) {
    var sample = new CaseControlSample(histories, ENOUGH_VISITS);
    var best = new Judged(start, loss(sample, start, until));
    var done = 0;
    for (var group : HalfLifeGroup.values()) {
      for (var factors : List.of(COARSE, FINE)) {
        var from = best.choices;
        for (var factor : factors) {
          best = better(best, sample, from.scaled(group, factor), until);
        }
      }
      progress.at(++done / (HalfLifeGroup.values().length + 1.0), "choosing half-lives");
    }
    var from = best.choices;
    for (var penalty : PENALTIES) {
      best = better(best, sample, from.withPenalty(penalty), until);
    }
    return best.choices;
  }

  private record Judged(Hyperparameters choices, double loss) {}

  private Judged better(
      Judged best, CaseControlSample sample, Hyperparameters candidate, long until) {
    var loss = loss(sample, candidate, until);
    return loss < best.loss * (1 - WORTH_CHANGING) ? new Judged(candidate, loss) : best;
  }

  private double loss(CaseControlSample sample, Hyperparameters choices, long until) {
    var rows = sample.rows(trainer, choices.halfLives());
    var loss = 0.0;
    var weight = 0.0;
    for (var back : ORIGINS_DAYS_BACK) {
      var origin = EpochMicros.plusDays(until, -back);
      var known = rows.rows(Long.MIN_VALUE, origin);
      var beta = trainer.coefficients(rows, known, choices.penalty()).mean();
      for (var row : rows.rows(origin, Math.min(until, EpochMicros.plusDays(origin, 120)))) {
        loss += rows.weight(row) * logLoss(rows, row, beta);
        weight += rows.weight(row);
      }
    }
    return weight == 0 ? 0 : loss / weight;
  }

  private static double logLoss(PersonVisits rows, int row, double[] beta) {
    var logOdds = 0.0;
    for (var i = 0; i < beta.length; i++) {
      logOdds += beta[i] * rows.x(row, i);
    }
    return Math.log1p(Math.exp(rows.left(row) ? -logOdds : logOdds));
  }
}
