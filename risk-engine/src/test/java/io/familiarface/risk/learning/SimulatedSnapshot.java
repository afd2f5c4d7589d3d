package io.familiarface.risk.learning;

import io.familiarface.risk.RiskSettings;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.simulation.SimulatedCompany;
import io.familiarface.risk.simulation.World;
import io.familiarface.risk.state.Micros;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/**
 * A simulated company at an instant of which the next horizon is known too, so that whoever says
 * something of it can be judged: by tests and benchmarks.
 */
public record SimulatedSnapshot(
    SimulatedCompany company, List<CustomerHistory> histories, Instant asOf) {

  private static final RiskSettings SETTINGS = RiskSettings.defaults();
  private static final RiskModel PRIOR = RiskModel.prior();
  private static final int RECENT_DAYS = 180;

  /** So long before the end that everybody's horizon is over. */
  private static final Duration BEFORE_THE_END = Duration.ofDays(SETTINGS.horizonDays() + 2L);

  public static SimulatedSnapshot of(
      World world, long seed, int customers, int months, int technicians) {
    var company = SimulatedCompany.of(world, seed, customers, months, technicians);
    var histories =
        company.customers().stream()
            .map(customer -> new CustomerHistory(customer.id(), customer.signals()))
            .toList();
    return new SimulatedSnapshot(company, histories, company.end().minus(BEFORE_THE_END));
  }

  List<CustomerHistory> known() {
    return histories.stream().map(history -> history.upTo(asOf)).toList();
  }

  /** What was said of everybody, beside what came of it. */
  public record Said(double[] scores, boolean[] left) {

    private static Said of(Predictions predictions) {
      return new Said(predictions.probabilities(), predictions.outcomes());
    }

    public double auc() {
      return Ranking.auc(scores, left);
    }

    public double topDecileLift() {
      return Ranking.topDecileLift(scores, left);
    }
  }

  /** With no history at all. */
  public Said byPrior() {
    return Said.of(predictions(PRIOR));
  }

  /** Learned from what was known at the instant, as a training learns. */
  public Said byLearned() {
    var learner = new Learner(PRIOR, SETTINGS);
    var known = known();
    var choices = learner.choose(known, asOf, Progress.unheard());
    return Said.of(predictions(learner.learn(known, choices, asOf, "learned-1").model()));
  }

  /** As much as could be known, see {@link NeverSeenTruth}. */
  public Said byTruth() {
    return Said.of(NeverSeenTruth.predictions(company, asOf, SETTINGS.horizonDays()));
  }

  /** Somebody who only counts technician changes. */
  public Said byChangesEver() {
    return Said.of(changes(Long.MIN_VALUE));
  }

  public Said byRecentChanges() {
    return Said.of(changes(Micros.plusDays(Micros.of(asOf), -RECENT_DAYS)));
  }

  Predictions predictions(RiskModel model) {
    var predictions = new Predictions();
    new Snapshots(model, SETTINGS)
        .take(
            histories,
            new long[] {Micros.of(asOf)},
            (who, state, at, probability, left) -> predictions.add(probability, left));
    return predictions;
  }

  private Predictions changes(long since) {
    var counted = new Predictions();
    var now = Micros.of(asOf);
    var before = new HashMap<UUID, Integer>();
    new Snapshots(PRIOR, SETTINGS)
        .take(
            histories,
            new long[] {since, now},
            (who, state, at, probability, left) -> {
              if (at == now) {
                counted.add(state.changes() - before.getOrDefault(who.customerId(), 0), left);
              } else {
                before.put(who.customerId(), state.changes());
              }
            });
    return counted;
  }
}
