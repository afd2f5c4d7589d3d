package io.familiarface.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CompanyCalendarTest {
  private final CompanyCalendar calendar = new CompanyCalendar(Clock.systemUTC(), Company.ZONE);

  @ParameterizedTest
  @CsvSource({
    "2027-03-07,09:00,2027-03-07T14:00:00Z",
    "2027-03-14,09:00,2027-03-14T13:00:00Z",
    "2027-03-21,09:00,2027-03-21T13:00:00Z",
    "2027-03-07,02:30,2027-03-07T07:30:00Z",
    "2027-03-14,02:30,2027-03-14T07:30:00Z",
    "2027-03-21,02:30,2027-03-21T06:30:00Z",
    "2027-11-07,01:30,2027-11-07T05:30:00Z"
  })
  void when_clocks_change_no_visit_is_lost_and_none_comes_on_another_day(
      LocalDate day, LocalTime time, String instant) {
    assertThat(calendar.at(day, time)).isEqualTo(instant);
    assertThat(calendar.dayOf(calendar.at(day, time))).isEqualTo(day);
  }

  @Test
  void a_day_is_over_when_the_next_begins_and_the_last_one_stays_in_four_digits() {
    assertThat(calendar.endOf(LocalDate.of(2027, 3, 14))).isEqualTo("2027-03-15T04:00:00Z");
    assertThat(calendar.endOf(CompanyCalendar.LAST)).isEqualTo("9999-12-31T05:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "2027-03-07T13:59:00Z,true,true",
    "2027-03-07T13:59:00Z,false,false",
    "2027-03-07T14:00:00Z,true,false",
    "2027-03-07T04:59:00Z,false,true"
  })
  void what_is_at_no_time_in_particular_has_not_been_until_its_day_ends(
      Instant at, boolean timed, boolean past) {
    var clock = Clock.fixed(Instant.parse("2027-03-07T14:00:00Z"), ZoneOffset.UTC);
    assertThat(new CompanyCalendar(clock, Company.ZONE).isPast(at, timed)).isEqualTo(past);
  }
}
