package io.familiarface.feedback.learning;

import io.familiarface.feedback.risk.simulation.SimulatedCustomer;
import io.familiarface.feedback.risk.simulation.TrueCause;
import io.familiarface.feedback.risk.state.Micros;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * As much as could be known: a logistic hazard fitted to the true causes with their true
 * half-lives, which only the simulation knows.
 */
final class Oracle implements MapLogistic.Data {

  private final List<float[]> x = new ArrayList<>();
  private final List<Boolean> left = new ArrayList<>();

  static double auc(Simulated simulated) {
    var at = Micros.of(simulated.asOf());
    var oracle = new Oracle();
    for (var customer : simulated.company().customers()) {
      for (var cause : customer.truth()) {
        if (Micros.plusDays(cause.at(), customer.intervalDays()) <= at) {
          oracle.x.add(row(customer, cause));
          oracle.left.add(cause.left());
        }
      }
    }
    var vague = new double[oracle.width()];
    Arrays.fill(vague, 0.01);
    var beta = new MapLogistic(new double[oracle.width()], vague).fit(oracle).mean();
    return auc(simulated, at, beta);
  }

  private static double auc(Simulated simulated, long at, double[] beta) {
    var scores = new Predictions();
    var horizon = Micros.plusDays(at, 90);
    for (var customer : simulated.company().customers()) {
      var gone =
          customer.cancelledAt() == null ? Long.MAX_VALUE : Micros.of(customer.cancelledAt());
      var last = last(customer, at);
      if (last != null && gone > at) {
        scores.add(probability(simulated, customer, last, at, beta), gone <= horizon);
      }
    }
    return Simulated.auc(scores);
  }

  private static TrueCause last(SimulatedCustomer customer, long at) {
    TrueCause last = null;
    for (var cause : customer.truth()) {
      last = cause.at() <= at ? cause : last;
    }
    return last;
  }

  private static double probability(
      Simulated simulated, SimulatedCustomer customer, TrueCause last, long at, double[] beta) {
    var row = row(customer, last);
    var logOdds = 0.0;
    for (var i = 0; i < beta.length; i++) {
      logOdds += beta[i] * row[i];
    }
    var since = Micros.days(last.at(), at);
    var interval = customer.intervalDays();
    var mean = simulated.company().world().leavesAtOnce();
    var visits = mean == 0 ? Math.max(0, 1 - since / interval) : Math.exp(-since / mean);
    for (var next = interval - since; next < 90; next += interval) {
      visits += mean == 0 ? Math.min(1, (90 - next) / interval) : 1;
    }
    return 1 - Math.pow(1 - 1 / (1 + Math.exp(-logOdds)), visits);
  }

  private static float[] row(SimulatedCustomer customer, TrueCause cause) {
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

  @Override
  public double weight(int row) {
    return 1;
  }
}
