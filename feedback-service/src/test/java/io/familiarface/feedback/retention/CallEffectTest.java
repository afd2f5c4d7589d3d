package io.familiarface.feedback.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CallEffectTest {
  private static final int COMPANIES = 4;
  private static final int EXPERIMENTS = 100;
  private static final double HELD_BACK = 0.5;

  @Test
  void a_call_that_saves_is_found() {
    List<CalledWorld> worlds =
        companies(seed -> CalledWorld.inWhichACall(CalledWorld.SAVES, seed, 3_500));
    assertThat(verdicts(worlds, 1_300).get(CallVerdict.CALLING_KEEPS)).isGreaterThanOrEqualTo(95);
  }

  @Test
  void a_call_that_makes_some_leave_is_found() {
    List<CalledWorld> worlds =
        companies(seed -> CalledWorld.inWhichACall(CalledWorld.MAKES_SOME_LEAVE, seed, 3_500));
    assertThat(verdicts(worlds, 1_300).get(CallVerdict.CALLING_DRIVES_AWAY))
        .isGreaterThanOrEqualTo(95);
  }

  @Test
  void where_calling_does_nothing_no_effect_is_said_in_95_of_100_once_enough_is_known() {
    List<CalledWorld> worlds = companies(seed -> CalledWorld.withoutEffect(seed, 13_000));
    assertThat(verdicts(worlds, 5_000).get(CallVerdict.NO_EFFECT)).isGreaterThanOrEqualTo(95);
    assertThat(verdicts(worlds, 500).get(CallVerdict.NOT_KNOWN_YET))
        .as("of a tenth of them")
        .isGreaterThanOrEqualTo(95);
  }

  @Test
  void few_customers_are_not_enough() {
    EffectView effect =
        effect(CalledWorld.inWhichACall(CalledWorld.SAVES, 1, 400).experiment(1, 50, HELD_BACK));
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
  void of_each_twenty_of_a_stratum_as_many_are_held_back_as_was_said() {
    UUID seed = new UUID(1, 2);
    for (Stratum stratum : Stratum.values()) {
      for (int block = 0; block < 50; block++) {
        assertThat(heldBack(seed, stratum, block, 0.1)).hasSize(2);
        assertThat(heldBack(seed, stratum, block, 0.5)).hasSize(10);
        assertThat(heldBack(seed, stratum, block, 0.08)).hasSizeBetween(1, 2);
        assertThat(heldBack(seed, stratum, block, 0)).isEmpty();
      }
    }
  }

  @Test
  void a_part_of_a_place_is_right_on_average() {
    UUID seed = new UUID(3, 4);
    int held = 0;
    for (int block = 0; block < 1000; block++) {
      held += heldBack(seed, Stratum.ABOVE, block, 0.08).size();
    }
    assertThat(held).isBetween(1550, 1650);
  }

  @Test
  void lots_can_be_drawn_again_and_fall_otherwise_in_each_block_stratum_and_experiment() {
    UUID seed = new UUID(1, 2);
    List<Long> drawn = heldBack(seed, Stratum.ABOVE, 0, 0.5);
    assertThat(heldBack(seed, Stratum.ABOVE, 0, 0.5)).isEqualTo(drawn);
    assertThat(heldBack(seed, Stratum.ABOVE, 1, 0.5)).isNotEqualTo(drawn);
    assertThat(heldBack(seed, Stratum.BELOW_20_PERCENT, 0, 0.5)).isNotEqualTo(drawn);
    assertThat(heldBack(new UUID(1, 3), Stratum.ABOVE, 0, 0.5)).isNotEqualTo(drawn);
  }

  /** Their places within the block. */
  private static List<Long> heldBack(UUID seed, Stratum stratum, long block, double part) {
    return LongStream.range(0, Draw.BLOCK)
        .filter(seat -> Draw.holdsBack(seed, stratum, block * Draw.BLOCK + seat, part))
        .boxed()
        .toList();
  }

  private static List<CalledWorld> companies(LongFunction<CalledWorld> made) {
    return LongStream.range(0, COMPANIES).parallel().mapToObj(made).toList();
  }

  /** Of experiments in turn with the first so many of each company. */
  private static Map<CallVerdict, Long> verdicts(List<CalledWorld> worlds, int customers) {
    return LongStream.range(0, EXPERIMENTS)
        .mapToObj(
            seed ->
                effect(worlds.get((int) seed % COMPANIES).experiment(seed, customers, HELD_BACK))
                    .verdict())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private static EffectView effect(List<EffectRow> rows) {
    return CallEffect.of(rows, 0, Instant.parse("2026-11-02T12:00:00Z"), 90);
  }
}
