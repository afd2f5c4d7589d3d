package io.familiarface.rest.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PronounsTest {
  @Test
  void nobody_is_she_or_he_in_this_module() {
    Pronouns.assertNone(Map.of());
  }

  @Test
  void a_pronoun_is_found_in_texts_and_in_names() {
    assertThat(Pronouns.isFound("Call her before he comes.")).isTrue();
    assertThat(Pronouns.isFound("class HerView {}")).isTrue();
    assertThat(Pronouns.isFound("TOLD_HIM(1)")).isTrue();
    assertThat(Pronouns.isFound("/** Theirs, the other, where, this, hence. */")).isFalse();
  }
}
