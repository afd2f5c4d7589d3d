package io.familiarface.feedback.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CallEffectTest {
  private static final int COMPANIES = 4;
  private static final int EXPERIMENTS = 100;
  private static final int LOOKS = 10;
  private static final double HELD_BACK = 0.5;

  @Test
  void a_call_that_saves_is_found() {
    List<CalledWorld> worlds =
        companies(seed -> CalledWorld.inWhichACall(CalledWorld.SAVES, seed, 3_500));
    assertThat(atLast(worlds, 1_300, CallVerdict.CALLING_KEEPS)).isGreaterThanOrEqualTo(95);
  }

  @Test
  void a_call_that_makes_some_leave_is_found() {
    List<CalledWorld> worlds =
        companies(seed -> CalledWorld.inWhichACall(CalledWorld.MAKES_SOME_LEAVE, seed, 3_500));
    assertThat(atLast(worlds, 1_300, CallVerdict.CALLING_DRIVES_AWAY)).isGreaterThanOrEqualTo(95);
  }

  @Test
  void where_calling_does_nothing_no_effect_is_said_in_95_of_100_and_nothing_else_before() {
    List<CalledWorld> worlds = companies(seed -> CalledWorld.withoutEffect(seed, 18_000));
    List<List<CallVerdict>> experiments = experiments(worlds, 7_500, LOOKS);
    assertThat(experiments)
        .as("looked at ten times")
        .filteredOn(
            said ->
                said.get(LOOKS - 1) == CallVerdict.NO_EFFECT
                    && !said.contains(CallVerdict.CALLING_KEEPS)
                    && !said.contains(CallVerdict.CALLING_DRIVES_AWAY))
        .hasSizeGreaterThanOrEqualTo(95);
    assertThat(experiments)
        .as("of a tenth of them")
        .filteredOn(said -> said.get(0) == CallVerdict.NOT_KNOWN_YET)
        .hasSizeGreaterThanOrEqualTo(95);
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
    assertThat(nobody.customers().needed()).isNull();
  }

  @Test
  void while_it_is_not_known_it_is_said_how_many_more_customers_are_needed() {
    // Of whom a fifth leave: 7,000 in all with half held back, as was counted (ADR 24).
    List<EffectRow> rows = List.of(row(false, 500, 100), row(true, 500, 100));
    EffectView effect = CallEffect.of(rows, 100, Instant.parse("2026-11-02T12:00:00Z"), 90);
    assertThat(effect.customers().needed()).isBetween(5_400L, 6_400L);
    assertThat(effect.words())
        .endsWith(" more customers, drawn as so far; a great effect is known sooner.");
    List<EffectRow> enough = List.of(row(false, 4_000, 800), row(true, 4_000, 800));
    assertThat(effect(enough).customers().needed()).isNull();
    List<EffectRow> fewHeldBack = List.of(row(false, 900, 180), row(true, 100, 20));
    assertThat(effect(fewHeldBack).customers().needed()).isGreaterThan(17_000);
  }

  @Test
  void two_marks_alike_are_no_certainty() {
    List<EffectRow> rows =
        List.of(
            new EffectRow(1, "ABOVE", false, 40, 4, 2, 2, 10, 50),
            new EffectRow(1, "ABOVE", true, 40, 8, 2, 2, 6, 18));
    EffectView.Measure satisfaction = effect(rows).satisfaction();
    assertThat(satisfaction.called()).isEqualByComparingTo("5");
    assertThat(satisfaction.difference()).isNull();
    assertThat(satisfaction.from()).isNull();
  }

  private static EffectRow row(boolean heldBack, long customers, long left) {
    return new EffectRow(1, "ABOVE", heldBack, customers, left, 0, 0, 0, 0);
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
    assertThat(difference.size()).isEqualTo(75);
    // 1 + 8.2 * 75 / 500 = 2.23, and the root of 2.23 / 1.23 * ln(2.23 / 0.0025) is 3.51.
    assertThat(difference.from()).isCloseTo(-0.133 - 3.51 * 0.0447, within(0.003));
    assertThat(difference.isCertain()).as("less than 3.51 standard errors").isFalse();
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

  private static long atLast(List<CalledWorld> worlds, int customers, CallVerdict verdict) {
    return experiments(worlds, customers, 1).stream()
        .filter(said -> said.get(0) == verdict)
        .count();
  }

  /** What is said each time one looks, in experiments in turn with the first of each company. */
  private static List<List<CallVerdict>> experiments(
      List<CalledWorld> worlds, int customers, int looks) {
    return LongStream.range(0, EXPERIMENTS)
        .mapToObj(
            seed ->
                worlds.get((int) seed % COMPANIES).looks(seed, customers, looks, HELD_BACK).stream()
                    .map(rows -> effect(rows).verdict())
                    .toList())
        .toList();
  }

  private static EffectView effect(List<EffectRow> rows) {
    return CallEffect.of(rows, 0, Instant.parse("2026-11-02T12:00:00Z"), 90);
  }
}
