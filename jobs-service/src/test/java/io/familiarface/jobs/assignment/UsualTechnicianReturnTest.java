package io.familiarface.jobs.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UsualTechnicianReturnTest {
  private static final LocalDate THURSDAY = LocalDate.of(2025, 6, 5);
  private static final LocalDate SATURDAY = THURSDAY.plusDays(2);
  private static final LocalDate MONDAY = THURSDAY.plusDays(4);

  @Test
  void back_on_the_first_day_present() {
    assertThat(UsualTechnicianReturn.firstDayBack(THURSDAY, awayUntil(THURSDAY)))
        .hasValue(THURSDAY.plusDays(1));
  }

  @Test
  void a_weekday_visit_is_not_moved_to_a_weekend() {
    assertThat(UsualTechnicianReturn.firstDayBack(THURSDAY, awayUntil(THURSDAY.plusDays(1))))
        .hasValue(MONDAY);
  }

  @Test
  void a_weekend_visit_may_stay_on_a_weekend() {
    assertThat(UsualTechnicianReturn.firstDayBack(SATURDAY, awayUntil(SATURDAY)))
        .hasValue(SATURDAY.plusDays(1));
  }

  @Test
  void who_does_not_come_back_in_time_is_no_alternative() {
    assertThat(UsualTechnicianReturn.firstDayBack(THURSDAY, day -> false)).isEmpty();
    assertThat(UsualTechnicianReturn.firstDayBack(THURSDAY, awayUntil(THURSDAY.plusDays(60))))
        .isEmpty();
  }

  private static Predicate<LocalDate> awayUntil(LocalDate last) {
    return day -> day.isAfter(last);
  }
}
