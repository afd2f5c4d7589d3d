package io.familiarface.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SelectedPartsTest {
  @Test
  void without_a_choice_everything_is_measured() {
    SelectedParts all = SelectedParts.from(List.of());

    assertThat(all.has("start")).isTrue();
    assertThat(all.has("quality")).isTrue();
    assertThat(all.needsSystem()).isTrue();
    assertThat(all.suffix(false)).isEmpty();
  }

  @Test
  void parts_that_need_no_system_start_none_and_their_report_names_them() {
    SelectedParts some = SelectedParts.from(List.of("--quick", "--only", "engine,learning"));

    assertThat(some.needsSystem()).isFalse();
    assertThat(some.has("requests")).isFalse();
    assertThat(some.suffix(true)).isEqualTo("-quick-engine-learning");
  }

  @Test
  void whoever_has_less_time_says_how_long_a_turn_is() {
    assertThat(SelectedParts.from(List.of("--seconds", "2")).secondsATurn()).hasValue(2);
    assertThat(SelectedParts.from(List.of()).secondsATurn()).isEmpty();
    assertThatThrownBy(() -> SelectedParts.from(List.of("--seconds", "soon")))
        .hasMessageContaining("not 'soon'");
  }

  @Test
  void whoever_has_less_time_says_how_long_an_imported_list_is() {
    assertThat(SelectedParts.from(List.of("--lines", "120000")).lines()).hasValue(120_000);
    assertThat(SelectedParts.from(List.of()).lines()).isEmpty();
    assertThatThrownBy(() -> SelectedParts.from(List.of("--lines", "99999999")))
        .hasMessageContaining("from 1 to 10000000, not '99999999'");
  }

  @Test
  void a_part_that_is_none_is_answered_with_those_there_are() {
    assertThatThrownBy(() -> SelectedParts.from(List.of("--only", "weather")))
        .hasMessageContaining("There is no part 'weather'; there are start, import");
  }
}
