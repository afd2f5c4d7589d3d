package io.familiarface.feedback.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LateStepTakersTest {

  @Test
  void somebody_of_the_branch_takes_what_is_late_or_else_whoever_is_named_for_all() {
    var takers = new LateStepTakers(Optional.of("Kim Berg"), Map.of("north", "Nora Lind"));
    assertThat(takers.of("north")).isEqualTo("Nora Lind");
    assertThat(takers.of("south")).isEqualTo("Kim Berg");
    assertThat(takers.of(null)).isEqualTo("Kim Berg");
    assertThat(takers.areNamed()).isTrue();
  }

  @Test
  void where_nobody_is_named_for_all_that_is_known_and_nothing_stays_where_it_is() {
    var takers = new LateStepTakers(Optional.empty(), Map.of("north", "Nora Lind"));
    assertThat(takers.areNamed()).isFalse();
    assertThat(takers.of("south")).isEqualTo("manager");
  }
}
