package io.familiarface.risk.metrics;

/**
 * How good predictions were. Measures that need both kinds of customers are null when there was
 * only one.
 *
 * @param customers who were being served when they were judged, summed over the instants
 * @param cancellations of them within the horizon
 * @param auc the chance that one who left had been given the higher probability
 * @param brier the mean squared distance between probability and outcome
 * @param logLoss the mean logarithmic distance
 * @param predictedRate the mean of the probabilities
 * @param observedRate the share who left
 * @param topDecileLift the rate among the highest tenth against the rate among all
 */
public record PredictionQuality(
    int customers,
    int cancellations,
    Double auc,
    double brier,
    double logLoss,
    double predictedRate,
    double observedRate,
    Double topDecileLift) {

  public static PredictionQuality of(Predictions predictions) {
    var p = predictions.probabilities();
    var left = predictions.outcomes();
    var cancellations = 0;
    var logLoss = 0.0;
    var sum = 0.0;
    for (var i = 0; i < p.length; i++) {
      cancellations += left[i] ? 1 : 0;
      sum += p[i];
      var safe = Math.max(1e-9, Math.min(1 - 1e-9, p[i]));
      logLoss -= Math.log(left[i] ? safe : 1 - safe);
    }
    var n = Math.max(1, p.length);
    var both = cancellations > 0 && cancellations < p.length;
    return new PredictionQuality(
        p.length,
        cancellations,
        both ? RankingMetrics.auc(p, left) : null,
        p.length == 0 ? 0 : RankingMetrics.brier(p, left),
        logLoss / n,
        sum / n,
        cancellations / (double) n,
        both ? RankingMetrics.topDecileLift(p, left) : null);
  }
}
