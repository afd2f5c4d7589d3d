package io.familiarface.feedback.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LateStepTakersTest {

  @Test
  void somebody_of_the_branch_takes_what_is_late_or_else_whoever_is_named_for_all() {
    var takers = new LateStepTakers(Optional.of("Kim Berg"), Map.of("north", "Nora Lind"));
    assertThat(takers.of("north", null)).contains("Nora Lind");
    assertThat(takers.of("south", null)).contains("Kim Berg");
    assertThat(takers.of(null, null)).contains("Kim Berg");
    assertThat(takers.areNamed()).isTrue();
  }

  @Test
  void who_may_not_take_it_does_not_though_they_are_named() {
    var takers = new LateStepTakers(Optional.of("Kim Berg"), Map.of("north", "Nora Lind"));
    assertThat(takers.of("north", "Nora Lind")).contains("Kim Berg");
    assertThat(takers.of("south", "Kim Berg")).isEmpty();
  }

  @Test
  void where_nobody_is_named_for_all_that_is_known() {
    var takers = new LateStepTakers(Optional.empty(), Map.of("north", "Nora Lind"));
    assertThat(takers.areNamed()).isFalse();
    assertThat(takers.of("south", null)).isEmpty();
  }
}
