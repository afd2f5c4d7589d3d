package io.familiarface.feedback.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TrainingEffectTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @Test
  void whoever_has_more_marks_on_one_side_makes_no_effect() {
    TrainingEffect effect =
        TrainingEffect.of(List.of(training(100, 3, 10, 3, 0.0), training(10, 5, 100, 5, 0.0)));
    assertThat(effect.effect()).isCloseTo(0, within(1e-12));
    assertThat(effect.before()).isCloseTo(4, within(1e-12));
    assertThat(effect.after()).isCloseTo(4, within(1e-12));
  }

  @Test
  void each_is_set_beside_the_others_of_its_own_days_and_weighs_by_its_marks() {
    TrainingEffect effect =
        TrainingEffect.of(List.of(training(30, 3, 30, 4, 0.5), training(10, 4, 10, 4, -0.5)));
    // Weights of 15 and 5; each rose by a half more than others.
    assertThat(effect.effect()).isCloseTo((15 * 0.5 + 5 * 0.5) / 20, within(1e-12));
    assertThat(effect.marksBefore()).isEqualTo(40);
  }

  @Test
  void without_others_it_is_not_known_how_much_more_the_mark_rose() {
    TrainingEffect effect = TrainingEffect.of(List.of(training(30, 3, 30, 4, null)));
    assertThat(effect.effect()).isNull();
    assertThat(effect.interval()).isNull();
    assertThat(effect.after()).isEqualTo(4);
  }

  @Test
  void its_interval_is_that_of_the_difference_of_two_averages() {
    // Marks of 2 and 4 in turn: a variance of 1 · 20 / 18 around both averages.
    TrainingEffect effect = TrainingEffect.of(List.of(spread(10, 10)));
    double error = Math.sqrt(20.0 / 18 * (1.0 / 10 + 1.0 / 10));
    assertThat(effect.interval().from()).isCloseTo(-1.959964 * error, within(1e-6));
    assertThat(TrainingEffect.of(List.of(spread(1, 1))).interval()).isNull();
  }

  @Test
  void with_marks_on_one_side_alone_nothing_is_compared() {
    TrainingEffect effect = TrainingEffect.of(List.of(training(30, 3, 0, 0, 0.0)));
    assertThat(effect.before()).isNull();
    assertThat(effect.effect()).isNull();
  }

  /** All marks of a side alike. */
  private static TrainingCounts.Row training(
      int before, double mean, int after, double meanAfter, Double others) {
    return row(
        before,
        before * mean,
        before * mean * mean,
        after,
        after * meanAfter,
        after * meanAfter * meanAfter,
        others);
  }

  private static TrainingCounts.Row spread(int before, int after) {
    return row(before, before * 3, before * 10, after, after * 3, after * 10, 0.0);
  }

  private static TrainingCounts.Row row(
      int before,
      double beforeSum,
      double beforeSquares,
      int after,
      double afterSum,
      double afterSquares,
      Double others) {
    return new TrainingCounts.Row(
        new UUID(0, 1),
        "Ben",
        "Listening",
        "SOFT",
        DAY,
        before,
        beforeSum,
        beforeSquares,
        after,
        afterSum,
        afterSquares,
        others == null ? null : 4.0,
        others == null ? null : 4.0 + others);
  }
}
