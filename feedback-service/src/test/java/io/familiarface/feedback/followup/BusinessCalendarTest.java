package io.familiarface.feedback.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate THANKSGIVING = LocalDate.of(2026, 11, 26);

  private final BusinessCalendar calendar =
      new BusinessCalendar(ZoneId.of("America/New_York"), Set.of(THANKSGIVING));

  @Test
  void a_weekend_and_a_holiday_do_not_count() {
    assertThat(calendar.after(FRIDAY, 1)).isEqualTo(MONDAY);
    assertThat(calendar.after(FRIDAY, 2)).isEqualTo(MONDAY.plusDays(1));
    assertThat(calendar.after(LocalDate.of(2026, 11, 25), 1)).isEqualTo(LocalDate.of(2026, 11, 27));
    assertThat(calendar.after(LocalDate.of(2026, 11, 21), 0)).isEqualTo(MONDAY);
    assertThat(calendar.after(MONDAY, 0)).isEqualTo(MONDAY);
  }

  @Test
  void the_last_business_day_before_a_visit_is_never_before_today() {
    assertThat(calendar.lastBefore(MONDAY, FRIDAY.minusDays(7))).isEqualTo(FRIDAY);
    assertThat(calendar.lastBefore(THANKSGIVING.plusDays(1), FRIDAY))
        .isEqualTo(THANKSGIVING.minusDays(1));
    assertThat(calendar.lastBefore(MONDAY, MONDAY)).isEqualTo(MONDAY);
    assertThat(calendar.lastBefore(MONDAY, MONDAY.minusDays(1))).isEqualTo(MONDAY.minusDays(1));
  }

  @Test
  void a_week_begins_on_monday_where_the_company_works() {
    Instant monday = Instant.parse("2026-11-23T05:00:00Z");
    assertThat(calendar.weekStart(monday)).isEqualTo(monday);
    assertThat(calendar.weekStart(monday.minusSeconds(1)))
        .isEqualTo(Instant.parse("2026-11-16T05:00:00Z"));
    assertThat(calendar.weekStart(Instant.parse("2026-11-30T04:59:59Z"))).isEqualTo(monday);
  }

  @Test
  void each_business_day_has_its_share_of_the_week() {
    assertThat(calendar.shareOfWeek(15, Instant.parse("2026-11-16T15:00:00Z"))).isEqualTo(3);
    assertThat(calendar.shareOfWeek(15, Instant.parse("2026-11-19T15:00:00Z"))).isEqualTo(12);
    assertThat(calendar.shareOfWeek(15, Instant.parse("2026-11-22T15:00:00Z"))).isEqualTo(15);
    assertThat(calendar.shareOfWeek(1, Instant.parse("2026-11-16T15:00:00Z"))).isEqualTo(1);
    assertThat(calendar.shareOfWeek(8, Instant.parse("2026-11-23T15:00:00Z")))
        .as("four days in the week of Thanksgiving")
        .isEqualTo(2);
  }

  @Test
  void a_week_in_which_the_clocks_change_begins_on_monday_too() {
    assertThat(calendar.weekStart(Instant.parse("2026-11-01T12:00:00Z")))
        .isEqualTo(Instant.parse("2026-10-26T04:00:00Z"));
  }

  @Test
  void days_later_are_at_the_same_time_of_day_whatever_the_clocks_did() {
    assertThat(calendar.later(Instant.parse("2026-03-06T21:30:00Z"), 7))
        .isEqualTo(Instant.parse("2026-03-13T20:30:00Z"));
  }
}
