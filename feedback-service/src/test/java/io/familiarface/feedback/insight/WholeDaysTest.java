package io.familiarface.feedback.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class WholeDaysTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @Test
  void days_that_lie_within_are_told_from_what_is_left_before_and_after() {
    WholeDays days = within("2026-03-06T15:00:00Z", "2026-03-09T15:00:00Z");
    assertThat(days.first()).isEqualTo("2026-03-07");
    assertThat(days.last()).isEqualTo("2026-03-09");
    assertThat(days.before()).isEqualTo(span("2026-03-06T15:00:00Z", "2026-03-07T05:00:00Z"));
    assertThat(days.after())
        .as("an hour earlier by UTC, as summer time begins on the 8th")
        .isEqualTo(span("2026-03-09T04:00:00Z", "2026-03-09T15:00:00Z"));
  }

  @Test
  void days_that_begin_and_end_with_the_period_leave_nothing() {
    WholeDays days = within("2026-01-01T05:00:00Z", "2026-01-03T05:00:00Z");
    assertThat(days.first()).isEqualTo("2026-01-01");
    assertThat(days.last()).isEqualTo("2026-01-03");
    assertThat(days.before().from()).isEqualTo(days.before().to());
    assertThat(days.after().from()).isEqualTo(days.after().to());
  }

  @Test
  void in_a_period_without_a_whole_day_all_of_it_is_left() {
    for (String to :
        List.of("2026-01-01T06:00:00Z", "2026-01-02T04:00:00Z", "2026-01-02T20:00:00Z")) {
      WholeDays days = within("2026-01-01T05:00:01Z", to);
      assertThat(days.first()).isEqualTo(days.last());
      assertThat(days.before()).isEqualTo(span("2026-01-01T05:00:01Z", to));
      assertThat(days.after().from()).isEqualTo(days.after().to());
    }
  }

  @Test
  void days_close_together_are_counted_together() {
    LocalDate day = LocalDate.parse("2026-01-01");
    assertThat(DayRun.of(List.of(day.plusDays(30), day, day.plusDays(1), day.plusDays(3))))
        .containsExactly(
            new DayRun(day, day.plusDays(3)), new DayRun(day.plusDays(30), day.plusDays(30)));
    assertThat(DayRun.of(List.of())).isEmpty();
  }

  @Test
  void a_period_of_which_nobody_said_the_start_begins_with_a_day() {
    Instant now = Instant.parse("2026-03-09T15:00:00Z");
    InsightPeriod.Span span = new InsightPeriod().resolve(now, NEW_YORK);
    assertThat(span).isEqualTo(span("2025-03-09T05:00:00Z", "2026-03-09T15:00:00Z"));
    InsightPeriod.Span before = WholeDays.within(span, NEW_YORK).before();
    assertThat(before.from()).as("nothing is left before").isEqualTo(before.to());
  }

  private static WholeDays within(String from, String to) {
    return WholeDays.within(span(from, to), NEW_YORK);
  }

  private static InsightPeriod.Span span(String from, String to) {
    return new InsightPeriod.Span(Instant.parse(from), Instant.parse(to));
  }
}
