package io.familiarface.risk.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MapLogisticRegressionTest {

  private record Table(float[][] x, boolean[] y) implements MapLogisticRegression.Observations {

    @Override
    public int rows() {
      return y.length;
    }

    @Override
    public int width() {
      return x[0].length;
    }

    @Override
    public float x(int row, int column) {
      return x[row][column];
    }

    @Override
    public boolean happened(int row) {
      return y[row];
    }
  }

  private static Table coins(int heads, int tosses) {
    var x = new float[tosses][1];
    var y = new boolean[tosses];
    for (var i = 0; i < tosses; i++) {
      x[i][0] = 1;
      y[i] = i < heads;
    }
    return new Table(x, y);
  }

  @Test
  void without_a_prior_a_lone_intercept_is_the_log_odds_of_the_rate() {
    var fitted =
        new MapLogisticRegression(new double[] {0}, new double[] {1e-12}).fit(coins(30, 100));
    assertThat(fitted.mean()[0]).isCloseTo(Math.log(0.3 / 0.7), within(1e-9));
    assertThat(fitted.covariance()[0][0]).isCloseTo(1 / (100 * 0.3 * 0.7), within(1e-9));
  }

  @Test
  void a_firm_prior_stays_and_much_data_decide() {
    var firm = new MapLogisticRegression(new double[] {-3}, new double[] {1e9}).fit(coins(30, 100));
    assertThat(firm.mean()[0]).isCloseTo(-3, within(1e-4));
    var few = new MapLogisticRegression(new double[] {-3}, new double[] {1}).fit(coins(3, 10));
    var many =
        new MapLogisticRegression(new double[] {-3}, new double[] {1}).fit(coins(3_000, 10_000));
    assertThat(few.mean()[0]).isBetween(-3.0, -1.0);
    assertThat(many.mean()[0]).isCloseTo(Math.log(0.3 / 0.7), within(0.01));
  }

  @Test
  void with_columns_it_finds_what_a_general_optimiser_finds() {
    var random = new Random(3);
    var x = new float[400][3];
    var y = new boolean[400];
    for (var i = 0; i < y.length; i++) {
      x[i] = new float[] {1, random.nextInt(3), (float) random.nextGaussian()};
      y[i] = random.nextDouble() < 1 / (1 + Math.exp(2 - 0.7 * x[i][1] + 0.4 * x[i][2]));
    }
    var table = new Table(x, y);
    var prior = new double[] {-1, 0.5, 0};
    var precision = new double[] {0.5, 4, 2};
    var fitted = new MapLogisticRegression(prior, precision).fit(table).mean();
    var found =
        new SimplexOptimizer(new SimpleValueChecker(1e-14, 1e-14))
            .optimize(
                new MaxEval(20_000),
                GoalType.MAXIMIZE,
                new InitialGuess(prior),
                new NelderMeadSimplex(3),
                new ObjectiveFunction(beta -> posterior(table, beta, prior, precision)))
            .getPoint();
    for (var i = 0; i < 3; i++) {
      assertThat(fitted[i]).isCloseTo(found[i], within(1e-4));
    }
  }

  private static double posterior(Table table, double[] beta, double[] prior, double[] precision) {
    var sum = 0.0;
    for (var row = 0; row < table.rows(); row++) {
      var logOdds = 0.0;
      for (var i = 0; i < beta.length; i++) {
        logOdds += beta[i] * table.x(row, i);
      }
      sum -= Math.log1p(Math.exp(table.happened(row) ? -logOdds : logOdds));
    }
    for (var i = 0; i < beta.length; i++) {
      sum -= precision[i] * (beta[i] - prior[i]) * (beta[i] - prior[i]) / 2;
    }
    return sum;
  }
}
