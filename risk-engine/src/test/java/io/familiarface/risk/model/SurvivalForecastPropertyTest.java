package io.familiarface.risk.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.risk.RandomHistory;
import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.signal.History;
import io.familiarface.risk.state.CustomerState;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

class SurvivalForecastPropertyTest {

  private final RiskModel model =
      RiskModel.prior()
          .withCalibration(new Calibration(Calibration.none().intercept() + 0.3, 0.8, -0.05));
  private final Hazard hazard = new Hazard(model, 14);
  private final SurvivalForecast outlook = new SurvivalForecast(model, hazard, 90);

  private CustomerState after(long seed, int size) {
    var state = new CustomerState();
    History.of(RandomHistory.crowded(seed, size))
        .sorted()
        .forEach(signal -> state.take(signal, hazard.halfLives()));
    return state;
  }

  @Property(tries = 500)
  void what_is_surely_below_a_bound_is_below_it(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 25) int size,
      @ForAll @IntRange(min = 0, max = 200) int daysLater,
      @ForAll @DoubleRange(min = 0.02, max = 0.9) double bound) {
    var state = after(seed, size);
    var now = EpochMicros.plusDays(state.lastAt(), daysLater);
    if (outlook.surelyBelow(state, now, outlook.uncalibratedFor(bound))) {
      assertThat(outlook.probability(state, now)).isLessThan(bound);
    }
  }

  @Property(tries = 300)
  void a_longer_horizon_is_never_less_likely(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int size) {
    var state = after(seed, size);
    var before = 0.0;
    for (var days : new int[] {1, 30, 90, 365, 730}) {
      var probability =
          new SurvivalForecast(model, hazard, days).probability(state, state.lastAt());
      assertThat(probability).isBetween(before - 1e-12, 1.0);
      before = probability;
    }
  }

  @Property
  void calibration_never_turns_the_order_around(
      @ForAll @Scale(6) @DoubleRange(min = 1e-6, max = 0.99) double one,
      @ForAll @Scale(6) @DoubleRange(min = 1e-6, max = 0.99) double other) {
    var calibration = new Calibration(-2.9, 0.7, -0.13);
    if (one < other) {
      assertThat(calibration.of(one)).isLessThanOrEqualTo(calibration.of(other));
    }
  }
}
