package io.familiarface.risk.learning;

import io.familiarface.risk.metrics.Predictions;
import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.simulation.OracleObservation;
import io.familiarface.risk.simulation.SimulatedCompany;
import io.familiarface.risk.simulation.SimulatedCustomer;
import io.familiarface.risk.simulation.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * As much as could be known: a logistic hazard fitted to the true causes with their true
 * half-lives, which only the simulation knows.
 */
final class OracleModel implements MapLogisticRegression.Observations {

  private final List<float[]> x = new ArrayList<>();
  private final List<Boolean> left = new ArrayList<>();

  /** What it says of those who are served at an instant, and what came of it. */
  static Predictions predictions(SimulatedCompany company, Instant asOf, int horizonDays) {
    var at = EpochMicros.of(asOf);
    var truth = new OracleModel();
    for (var customer : company.customers()) {
      for (var cause : customer.truth()) {
        if (EpochMicros.plusDays(cause.at(), customer.intervalDays()) <= at) {
          truth.x.add(row(customer, cause));
          truth.left.add(cause.left());
        }
      }
    }
    var vague = new double[truth.width()];
    Arrays.fill(vague, 0.01);
    var beta = new MapLogisticRegression(new double[truth.width()], vague).fit(truth).mean();
    return predictions(company, at, horizonDays, beta);
  }

  private static Predictions predictions(
      SimulatedCompany company, long at, int horizonDays, double[] beta) {
    var scores = new Predictions();
    var horizon = EpochMicros.plusDays(at, horizonDays);
    for (var customer : company.customers()) {
      var gone =
          customer.cancelledAt() == null ? Long.MAX_VALUE : EpochMicros.of(customer.cancelledAt());
      var last = last(customer, at);
      if (last != null && gone > at) {
        scores.add(
            probability(company.world(), customer, last, at, horizonDays, beta), gone <= horizon);
      }
    }
    return scores;
  }

  private static OracleObservation last(SimulatedCustomer customer, long at) {
    OracleObservation last = null;
    for (var cause : customer.truth()) {
      last = cause.at() <= at ? cause : last;
    }
    return last;
  }

  private static double probability(
      World world,
      SimulatedCustomer customer,
      OracleObservation last,
      long at,
      int horizonDays,
      double[] beta) {
    var row = row(customer, last);
    var logOdds = 0.0;
    for (var i = 0; i < beta.length; i++) {
      logOdds += beta[i] * row[i];
    }
    var since = EpochMicros.days(last.at(), at);
    var interval = customer.intervalDays();
    var mean = world.leavesAtOnce();
    var visits = mean == 0 ? Math.max(0, 1 - since / interval) : Math.exp(-since / mean);
    for (var next = interval - since; next < horizonDays; next += interval) {
      visits += mean == 0 ? Math.min(1, (horizonDays - next) / interval) : 1;
    }
    return 1 - Math.pow(1 - 1 / (1 + Math.exp(-logOdds)), visits);
  }

  private static float[] row(SimulatedCustomer customer, OracleObservation cause) {
    var causes = cause.causes();
    var row = new float[causes.length + 2];
    row[0] = 1;
    row[1] = (float) Math.log(customer.intervalDays() / 30.44);
    for (var i = 0; i < causes.length; i++) {
      row[i + 2] = (float) causes[i];
    }
    return row;
  }

  @Override
  public int rows() {
    return x.size();
  }

  @Override
  public int width() {
    return x.get(0).length;
  }

  @Override
  public float x(int row, int column) {
    return x.get(row)[column];
  }

  @Override
  public boolean happened(int row) {
    return left.get(row);
  }
}
