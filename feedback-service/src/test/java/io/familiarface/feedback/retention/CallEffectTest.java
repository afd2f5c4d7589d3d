package io.familiarface.feedback.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CallEffectTest {
  private static final int WORLDS = 100;
  private static final int CUSTOMERS = 3000;
  private static final double HELD_BACK = 0.2;

  @Test
  void a_call_that_saves_is_found() {
    assertThat(verdicts(risk -> risk * 0.5).get(CallVerdict.CALLING_KEEPS)).isGreaterThan(90);
  }

  @Test
  void a_call_that_makes_some_leave_is_found() {
    assertThat(verdicts(risk -> Math.min(1, risk + 0.12)).get(CallVerdict.CALLING_DRIVES_AWAY))
        .isGreaterThan(90);
  }

  @Test
  void where_calling_does_nothing_nothing_is_said_of_it_in_95_of_100() {
    Map<CallVerdict, Integer> verdicts = verdicts(risk -> risk);
    assertThat(verdicts.get(CallVerdict.NO_EFFECT) + verdicts.get(CallVerdict.NOT_KNOWN_YET))
        .isGreaterThanOrEqualTo(95);
  }

  @Test
  void few_customers_are_not_enough() {
    EffectView effect = effect(world(new Random(1), 100, risk -> risk * 0.2));
    assertThat(effect.verdict()).isEqualTo(CallVerdict.NOT_KNOWN_YET);
    assertThat(effect.words()).startsWith("Not known yet.");
    EffectView nobody = effect(List.of());
    assertThat(nobody.verdict()).isEqualTo(CallVerdict.NOT_KNOWN_YET);
    assertThat(nobody.cancellations().difference()).isNull();
    assertThat(nobody.words()).isEqualTo("Not known yet. Nobody can be compared yet.");
  }

  @Test
  void the_difference_is_that_of_mantel_and_haenszel() {
    // 10 of 100 against 20 of 100, and 30 of 50 against 40 of 50: weights 50 and 25.
    Difference difference =
        Difference.ofCounts(
                List.of(
                    new Comparison(Arm.ofCount(100, 10), Arm.ofCount(100, 20)),
                    new Comparison(Arm.ofCount(50, 30), Arm.ofCount(50, 40))))
            .orElseThrow();
    assertThat(difference.estimate()).isCloseTo((50 * -0.1 + 25 * -0.2) / 75, within(1e-12));
    // By hand: the root of 50² (0.09 + 0.16) / 100 + 25² (0.24 + 0.16) / 50, over 75.
    assertThat(difference.standardError()).isCloseTo(0.0447, within(0.001));
    assertThat(difference.from()).isCloseTo(-0.133 - 1.96 * 0.0447, within(0.003));
    assertThat(difference.isCertain()).isTrue();
  }

  @Test
  void a_stratum_with_one_group_alone_tells_nothing() {
    assertThat(
            Difference.ofCounts(List.of(new Comparison(Arm.ofCount(100, 10), Arm.ofCount(0, 0)))))
        .isEmpty();
  }

  @Test
  void those_at_more_risk_in_one_group_are_no_effect() {
    // Within each stratum both leave alike; there are more of the endangered among the called.
    List<Comparison> strata =
        List.of(
            new Comparison(Arm.ofCount(200, 20), Arm.ofCount(800, 80)),
            new Comparison(Arm.ofCount(800, 400), Arm.ofCount(200, 100)));
    assertThat(Difference.ofCounts(strata).orElseThrow().estimate()).isCloseTo(0, within(1e-12));
  }

  @Test
  void the_mean_of_marks_is_compared_with_their_variance() {
    Arm called = new Arm(4, 16, 66);
    assertThat(called.mean()).isEqualTo(4);
    assertThat(called.variance()).isCloseTo(2.0 / 3, within(1e-12));
  }

  @Test
  void lots_are_drawn_evenly_and_stay_as_they_are() {
    UUID seed = new UUID(1, 2);
    Random random = new Random(3);
    int held = 0;
    for (int i = 0; i < 10_000; i++) {
      UUID customer = new UUID(random.nextLong(), random.nextLong());
      boolean drawn = Draw.holdsBack(seed, customer, 0.1);
      assertThat(Draw.holdsBack(seed, customer, 0.1)).isEqualTo(drawn);
      held += drawn ? 1 : 0;
      assertThat(Draw.holdsBack(seed, customer, 0)).isFalse();
    }
    assertThat(held).isBetween(900, 1100);
  }

  private static Map<CallVerdict, Integer> verdicts(DoubleUnaryOperator whenCalled) {
    Map<CallVerdict, Integer> verdicts = new EnumMap<>(CallVerdict.class);
    for (CallVerdict verdict : CallVerdict.values()) {
      verdicts.put(verdict, 0);
    }
    for (int world = 0; world < WORLDS; world++) {
      Random random = new Random(world);
      verdicts.merge(effect(world(random, CUSTOMERS, whenCalled)).verdict(), 1, Integer::sum);
    }
    return verdicts;
  }

  private static EffectView effect(List<EffectRow> rows) {
    return CallEffect.of(rows, 0, Instant.parse("2026-11-02T12:00:00Z"), 90);
  }

  /** Flagged customers of three strata, some held back; what calling does to the risk is given. */
  private static List<EffectRow> world(
      Random random, int customers, DoubleUnaryOperator whenCalled) {
    double[] risks = {0.12, 0.3, 0.5};
    long[][] counts = new long[risks.length * 2][2];
    UUID seed = new UUID(random.nextLong(), random.nextLong());
    for (int i = 0; i < customers; i++) {
      int stratum = random.nextInt(risks.length);
      boolean held =
          Draw.holdsBack(seed, new UUID(random.nextLong(), random.nextLong()), HELD_BACK);
      double risk = held ? risks[stratum] : whenCalled.applyAsDouble(risks[stratum]);
      long[] count = counts[stratum * 2 + (held ? 1 : 0)];
      count[0]++;
      count[1] += random.nextDouble() < risk ? 1 : 0;
    }
    List<EffectRow> rows = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      rows.add(
          new EffectRow(1, "stratum " + i / 2, i % 2 == 1, counts[i][0], counts[i][1], 0, 0, 0, 0));
    }
    Collections.shuffle(rows, random);
    return rows;
  }
}
