package io.familiarface.history.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CadenceTest {
  private static final LocalDate START = LocalDate.of(2025, 1, 6);

  @ParameterizedTest
  @CsvSource({
    "7, WEEKLY", "14, BIWEEKLY", "28, MONTHLY", "31, MONTHLY", "60, EVERY_TWO_MONTHS",
    "92, QUARTERLY", "180, HALF_YEARLY", "365, YEARLY", "1, WEEKLY", "900, YEARLY"
  })
  void the_usual_interval_nearest_to_the_gap(int gap, Cadence cadence) {
    List<LocalDate> days =
        IntStream.range(0, 5).mapToObj(i -> START.plusDays((long) i * gap)).toList();

    assertThat(Cadence.of(days)).contains(cadence);
  }

  @Test
  void one_long_pause_does_not_change_the_guess() {
    assertThat(
            Cadence.of(List.of(START, START.plusDays(7), START.plusDays(14), START.plusDays(200))))
        .contains(Cadence.WEEKLY);
  }

  @Test
  void one_day_is_no_cadence() {
    assertThat(Cadence.of(List.of(START, START))).isEmpty();
  }

  @Test
  void a_month_without_a_31st_has_its_visit_on_its_last_day() {
    assertThat(Cadence.MONTHLY.rule(LocalDate.of(2025, 1, 31)))
        .isEqualTo("FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1");
    assertThat(Cadence.MONTHLY.rule(START)).isEqualTo("FREQ=MONTHLY");
  }

  @Test
  void who_stopped_long_ago_is_not_planned_for() {
    assertThat(Cadence.MONTHLY.hasStoppedBy(START, START.plusDays(60))).isFalse();
    assertThat(Cadence.MONTHLY.hasStoppedBy(START, START.plusDays(80))).isTrue();
    assertThat(Cadence.MONTHLY.ruleUntil(START, START.plusDays(28)))
        .isEqualTo("FREQ=MONTHLY;UNTIL=20250203");
  }
}
