package io.familiarface.jobs.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TrainingEffectTest {
  private static List<Double> around(double mean) {
    return Stream.iterate(0, i -> i < 20, i -> i + 1)
        .map(i -> mean + (i % 2 == 0 ? 0.5 : -0.5))
        .toList();
  }

  @Test
  void nine_marks_tell_nothing() {
    TrainingEffect effect = TrainingEffect.of(Collections.nCopies(9, 0.0), around(2));
    assertThat(effect.change()).isNull();
    assertThat(effect.words()).startsWith("Not known yet: 9 marks before, 20 after");
  }

  @Test
  void a_change_is_said_with_its_interval_and_is_no_proof() {
    TrainingEffect better = TrainingEffect.of(around(-0.5), around(0.5));
    assertThat(better.change()).isEqualTo(1, within(1e-9));
    assertThat(better.low()).isPositive();
    assertThat(better.words()).contains("happier").contains("not everything that changed");
    assertThat(TrainingEffect.of(around(0.5), around(-0.5)).words()).contains("less happy");
    assertThat(TrainingEffect.of(around(0), around(0.1)).words()).isEqualTo("No change is known.");
  }

  @Test
  void where_nothing_changed_the_interval_says_so_nineteen_times_of_twenty() {
    Random random = new Random(3);
    int held = 0;
    for (int world = 0; world < 500; world++) {
      List<Double> before = Stream.generate(random::nextGaussian).limit(40).toList();
      List<Double> after = Stream.generate(random::nextGaussian).limit(25).toList();
      TrainingEffect effect = TrainingEffect.of(before, after);
      held += effect.low() <= 0 && effect.high() >= 0 ? 1 : 0;
    }
    assertThat(held).isBetween(455, 490);
  }
}
