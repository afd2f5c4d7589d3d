package io.familiarface.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExampleDatesTest {
  private static final LocalDate NEW_YEARS_EVE = LocalDate.of(2027, 12, 31);

  @Test
  void days_are_counted_from_today_wherever_they_stand() {
    assertThat(dated("{today}")).isEqualTo("2027-12-31");
    assertThat(dated("{today+1}T09:00:00Z")).isEqualTo("2028-01-01T09:00:00Z");
    assertThat(dated(Map.of("visits", List.of(Map.of("at", "{today-365}")))))
        .isEqualTo(Map.of("visits", List.of(Map.of("at", "2026-12-31"))));
  }

  @Test
  void what_is_no_day_stays_as_it_is() {
    assertThat(dated("{\"name\":\"Today & Sons\"}")).isEqualTo("{\"name\":\"Today & Sons\"}");
    assertThat(dated(7)).isEqualTo(7);
    assertThat(dated(null)).isNull();
  }

  private static Object dated(Object example) {
    return ExampleDates.dated(example, NEW_YEARS_EVE);
  }
}
