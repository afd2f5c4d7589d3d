package io.familiarface.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NullOrNotBlankTest {
  private final NullOrNotBlank.Validator validator = new NullOrNotBlank.Validator();

  @Test
  void what_is_left_out_or_says_something_is_good_and_blanks_are_not() {
    assertThat(validator.isValid(null, null)).isTrue();
    assertThat(validator.isValid(" Kim", null)).isTrue();
    assertThat(List.of("", " ", "\t\n")).noneMatch(blank -> validator.isValid(blank, null));
  }
}
