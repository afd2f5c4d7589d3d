package io.familiarface.feedback.continuity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {

  @Test
  void a_year_ends_at_the_same_hour_of_the_day_where_the_company_is() {
    Instant end = Instant.parse("2026-07-06T12:00:00Z");
    assertThat(Window.of(null).before(end, ZoneId.of("America/New_York")))
        .isEqualTo("2025-07-06T12:00:00Z");
    assertThat(Window.of("P6M").before(end, ZoneId.of("America/New_York")))
        .isEqualTo("2026-01-06T13:00:00Z");
  }

  @Test
  void it_can_be_said_in_words() {
    assertThat(Window.of("P12M").words()).isEqualTo("12 months");
    assertThat(Window.of("P1Y1M10D").words()).isEqualTo("1 year and 1 month and 10 days");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "12", "P", "P0D", "-P1M", "P-1M", "P1M-30D", "P11Y", "PT5H", "P999999999Y"})
  void anything_else_is_refused(String text) {
    assertThatThrownBy(() -> Window.of(text)).isInstanceOf(HttpProblem.class);
  }
}
