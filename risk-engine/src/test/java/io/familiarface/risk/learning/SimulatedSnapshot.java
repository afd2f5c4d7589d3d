package io.familiarface.risk.learning;

import io.familiarface.risk.engine.RiskEngineSettings;
import io.familiarface.risk.metrics.Predictions;
import io.familiarface.risk.metrics.RankingMetrics;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.simulation.SimulatedCompany;
import io.familiarface.risk.simulation.World;
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

  public static final RiskEngineSettings SETTINGS = RiskEngineSettings.defaults();
  public static final RiskModel PRIOR = RiskModel.prior();
  private static final int RECENT_DAYS = 180;

  /** So long before the end that everybody's horizon is over. */
  private static final Duration BEFORE_THE_END = Duration.ofDays(SETTINGS.horizonDays() + 2L);

  /** Of three years with sixty technicians. */
  public static SimulatedSnapshot of(World world, long seed, int customers) {
    return of(world, seed, customers, 36, 60);
  }

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
  public record ScoredCustomers(double[] scores, boolean[] left) {

    private static ScoredCustomers of(Predictions predictions) {
      return new ScoredCustomers(predictions.probabilities(), predictions.outcomes());
    }

    public double auc() {
      return RankingMetrics.auc(scores, left);
    }

    public double topDecileLift() {
      return RankingMetrics.topDecileLift(scores, left);
    }
  }

  /** With no history at all. */
  public ScoredCustomers byPrior() {
    return ScoredCustomers.of(predictions(PRIOR));
  }

  /** Learned from what was known at the instant, as a training learns. */
  public ScoredCustomers byLearned() {
    var learner = new Learner(PRIOR, SETTINGS);
    var known = known();
    var choices = learner.choose(known, asOf, ProgressListener.unheard());
    return ScoredCustomers.of(
        predictions(learner.learn(known, choices, asOf, "learned-1").model()));
  }

  /** As much as could be known, see {@link OracleModel}. */
  public ScoredCustomers byTruth() {
    return ScoredCustomers.of(OracleModel.predictions(company, asOf, SETTINGS.horizonDays()));
  }

  /** Somebody who only counts technician changes. */
  public ScoredCustomers byChangesEver() {
    return ScoredCustomers.of(changes(Long.MIN_VALUE));
  }

  public ScoredCustomers byRecentChanges() {
    return ScoredCustomers.of(changes(EpochMicros.plusDays(EpochMicros.of(asOf), -RECENT_DAYS)));
  }

  static double auc(Predictions predictions) {
    return RankingMetrics.auc(predictions.probabilities(), predictions.outcomes());
  }

  Predictions predictions(RiskModel model) {
    var predictions =
        new PointInTimePredictions(model, SETTINGS).at(histories, EpochMicros.of(asOf));
    return predictions;
  }

  private Predictions changes(long since) {
    var counted = new Predictions();
    var now = EpochMicros.of(asOf);
    var before = new HashMap<UUID, Integer>();
    new PointInTimePredictions(PRIOR, SETTINGS)
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
