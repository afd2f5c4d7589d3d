package io.familiarface.feedback.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.familiarface.feedback.followup.CallEffects.Gains;
import io.familiarface.feedback.followup.CallOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallGainsTest {

  @Test
  void while_it_is_not_known_what_calling_does_calls_go_by_risk() {
    assertThat(CallGains.of(List.of())).isEqualTo(Gains.UNKNOWN);
    Gains little = CallGains.of(List.of(called("ABOVE", 20, 5), heldBack("ABOVE", 20, 9)));
    assertThat(little.order()).isEqualTo(CallOrder.RISK);
    Gains none = CallGains.of(List.of(called("ABOVE", 4_000, 800), heldBack("ABOVE", 4_000, 801)));
    assertThat(none.order()).isEqualTo(CallOrder.RISK);
  }

  @Test
  void whom_calling_helps_more_comes_before_whoever_is_more_likely_to_leave() {
    Gains gains =
        CallGains.of(
            List.of(
                called("BELOW_40_PERCENT", 500, 50),
                heldBack("BELOW_40_PERCENT", 500, 200),
                called("ABOVE", 500, 300),
                heldBack("ABOVE", 500, 310)));
    assertThat(gains.order()).isEqualTo(CallOrder.EFFECT);
    assertThat(gains.bounds()).containsExactly(0.2, 0.4);
    assertThat(gains.gains().get(1)).isCloseTo(0.3, within(0.03));
    assertThat(gains.gains().get(2)).isCloseTo(0.02, within(0.03));
    assertThat(gains.gains().get(0))
        .as("of whom nothing was seen, what was seen of all")
        .isBetween(gains.gains().get(2), gains.gains().get(1));
  }

  @Test
  void a_few_are_pulled_towards_all() {
    Gains gains =
        CallGains.of(
            List.of(
                called("BELOW_40_PERCENT", 1_000, 100),
                heldBack("BELOW_40_PERCENT", 1_000, 300),
                called("ABOVE", 4, 1),
                heldBack("ABOVE", 4, 3)));
    assertThat(gains.gains().get(2)).isCloseTo(0.2, within(0.01));
  }

  @Test
  void where_calling_makes_customers_leave_the_gain_is_a_loss() {
    Gains gains = CallGains.of(List.of(called("ABOVE", 500, 250), heldBack("ABOVE", 500, 100)));
    assertThat(gains.gains()).allSatisfy(gain -> assertThat(gain).isCloseTo(-0.3, within(0.001)));
  }

  private static EffectRow called(String stratum, long customers, long left) {
    return new EffectRow(1, stratum, false, customers, left, 0, 0, 0, 0);
  }

  private static EffectRow heldBack(String stratum, long customers, long left) {
    return new EffectRow(1, stratum, true, customers, left, 0, 0, 0, 0);
  }
}
