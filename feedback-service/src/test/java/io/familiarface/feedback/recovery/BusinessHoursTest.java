package io.familiarface.feedback.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BusinessHoursTest {
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
  private static final BusinessHours HOURS =
      new BusinessHours(
          CHICAGO, LocalTime.of(8, 0), LocalTime.of(17, 0), Set.of(LocalDate.of(2026, 12, 25)));

  @Test
  void within_a_day_it_is_the_time_on_the_clock() {
    assertThat(after("2026-11-24T10:00", 4)).isEqualTo(at("2026-11-24T14:00"));
    assertThat(after("2026-11-24T08:00", 9)).isEqualTo(at("2026-11-24T17:00"));
  }

  @Test
  void what_comes_at_night_or_before_the_opening_runs_from_the_next_opening() {
    assertThat(after("2026-11-24T06:00", 1)).isEqualTo(at("2026-11-24T09:00"));
    assertThat(after("2026-11-24T23:30", 1)).isEqualTo(at("2026-11-25T09:00"));
    assertThat(after("2026-11-24T17:00", 0)).isEqualTo(at("2026-11-24T17:00"));
    assertThat(after("2026-11-24T18:00", 0)).isEqualTo(at("2026-11-25T08:00"));
  }

  @Test
  void it_runs_on_the_next_day_over_weekends_and_holidays() {
    assertThat(after("2026-11-27T15:00", 4)).isEqualTo(at("2026-11-30T10:00"));
    assertThat(after("2026-12-24T16:00", 2)).isEqualTo(at("2026-12-28T09:00"));
    assertThat(after("2026-11-28T12:00", 0)).isEqualTo(at("2026-11-30T08:00"));
  }

  @Test
  void a_day_has_as_many_hours_of_work_when_the_clocks_change() {
    // In America the clocks change on Sundays; the working days around them keep their hours.
    assertThat(after("2026-03-06T16:00", 10)).isEqualTo(at("2026-03-09T17:00"));
    assertThat(after("2026-10-30T16:00", 10)).isEqualTo(at("2026-11-02T17:00"));
  }

  @Test
  void where_the_clocks_change_in_working_time_the_hour_is_worked_or_not() {
    // In Cairo, 2023-04-28 (a Friday) had no hour from 0:00 to 1:00.
    BusinessHours round =
        new BusinessHours(
            ZoneId.of("Africa/Cairo"), LocalTime.MIDNIGHT, LocalTime.of(6, 0), Set.of());
    Instant opening = LocalDate.of(2023, 4, 28).atTime(1, 0).atZone(round.zone()).toInstant();
    assertThat(round.after(opening, Duration.ofHours(5)))
        .isEqualTo(LocalDate.of(2023, 4, 28).atTime(6, 0).atZone(round.zone()).toInstant());
  }

  @Test
  void a_day_that_ends_before_it_begins_is_none() {
    assertThatThrownBy(() -> new BusinessHours(CHICAGO, LocalTime.NOON, LocalTime.NOON, Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void two_stretches_after_each_other_are_one(
      @ForAll @LongRange(min = 1_700_000_000L, max = 1_900_000_000L) long from,
      @ForAll @IntRange(max = 5_000) int one,
      @ForAll @IntRange(min = 1, max = 5_000) int other) {
    Instant start = Instant.ofEpochSecond(from);
    Instant between = HOURS.after(start, Duration.ofMinutes(one));
    assertThat(HOURS.after(between, Duration.ofMinutes(other)))
        .isEqualTo(HOURS.after(start, Duration.ofMinutes(one + other)));
  }

  @Property
  void it_ends_when_somebody_is_there(
      @ForAll @LongRange(min = 1_700_000_000L, max = 1_900_000_000L) long from,
      @ForAll @IntRange(max = 5_000) int minutes) {
    var end = HOURS.after(Instant.ofEpochSecond(from), Duration.ofMinutes(minutes)).atZone(CHICAGO);
    assertThat(end.toInstant()).isAfterOrEqualTo(Instant.ofEpochSecond(from));
    assertThat(end.toLocalTime()).isBetween(LocalTime.of(8, 0), LocalTime.of(17, 0));
    assertThat(end.getDayOfWeek().getValue()).isLessThan(6);
    assertThat(end.toLocalDate()).isNotEqualTo(LocalDate.of(2026, 12, 25));
  }

  private static Instant after(String from, int hours) {
    return HOURS.after(at(from), Duration.ofHours(hours));
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(CHICAGO).toInstant();
  }
}
