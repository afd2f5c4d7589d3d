package io.familiarface.risk.learning;

import io.familiarface.risk.metrics.Interval;
import io.familiarface.risk.model.ExpectedRates;
import io.familiarface.risk.model.Feature;
import io.familiarface.risk.model.FeatureVector;
import io.familiarface.risk.signal.PromiseKind;
import io.familiarface.risk.signal.PromiseMade;
import java.util.List;

/**
 * What a technician change of this company's usual kind, with the promises that it usually breaks,
 * does to the odds of leaving at a visit, by the company's own history and the prior.
 *
 * @param oddsRatio right after a first change; 1 is nothing
 * @param from lower end of the 95 % interval
 * @param to upper end
 * @param second right after a second one that follows at once, against none at all
 */
public record TechnicianChangeEffect(
    double oddsRatio, double from, double to, Interval second, String words) {

  /** An effect smaller than this is little to act upon, even if it should be real. */
  private static final double WORTH_ACTING_UPON = 1.1;

  /** Who may leave so much more often after one and after two changes is hardly driven away. */
  private static final double[] RULED_OUT = {1.25, 1.4};

  /** Beyond this a history has shown nothing. */
  private static final double[] LITTLE = {1.5, 2};

  /**
   * @param fitted with a last coefficient for second changes
   */
  static TechnicianChangeEffect of(
      PosteriorEstimate fitted, ExpectedRates expectations, List<CustomerHistory> histories) {
    var promised = shareWithPromise(histories);
    var first = after(1, fitted, expectations, promised);
    var second = after(2, fitted, expectations, promised);
    return new TechnicianChangeEffect(
        first.value(), first.from(), first.to(), second, words(first, second));
  }

  private static Interval after(
      int changes, PosteriorEstimate fitted, ExpectedRates expectations, double promised) {
    var x = new double[SecondChangeColumn.COLUMN + 1];
    for (var feature : Feature.OF_CHANGES) {
      x[feature.ordinal()] =
          FeatureVector.saturated(changes)
              * expectations.perChange().getOrDefault(feature.signal(), 0.0);
    }
    x[Feature.BROKEN_PROMISE.ordinal()] = promised * FeatureVector.saturated(changes);
    x[SecondChangeColumn.COLUMN] = FeatureVector.saturated(changes - 1);
    x[Feature.STRANGER_LAST.ordinal()] = 1;
    var effect = fitted.sum(x);
    var spread = 1.96 * fitted.deviation(x);
    return new Interval(Math.exp(effect), Math.exp(effect - spread), Math.exp(effect + spread));
  }

  private static double shareWithPromise(List<CustomerHistory> histories) {
    var visited = histories.stream().filter(history -> history.visits() > 0).toList();
    var promised =
        visited.stream()
            .filter(
                history ->
                    history.signals().stream()
                        .anyMatch(
                            signal ->
                                signal instanceof PromiseMade made
                                    && made.promise() == PromiseKind.SAME_TECHNICIAN))
            .count();
    return visited.isEmpty() ? 0 : promised / (double) visited.size();
  }

  private static String words(Interval first, Interval second) {
    if (first.from() > WORTH_ACTING_UPON) {
      return "Customers of this company leave more often after a technician change.";
    }
    if (second.from() > WORTH_ACTING_UPON) {
      return "Customers of this company leave more often after a second technician change.";
    }
    if (first.from() > 1 || second.from() > 1) {
      return "Customers of this company leave a little more often after a technician change.";
    }
    if (first.to() <= RULED_OUT[0] && second.to() <= RULED_OUT[1]) {
      return "Technician changes do not drive customers away from this company.";
    }
    return first.to() <= LITTLE[0] && second.to() <= LITTLE[1]
        ? "If technician changes drive customers away from this company, then only a little."
        : "This history does not show whether technician changes matter.";
  }
}
