package io.familiarface.jobs.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.calendar.CalendarTime.Days;
import io.familiarface.jobs.calendar.CalendarTime.Hours;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ICalendarTest {
  private static final Instant NOW = Instant.parse("2026-10-20T12:00:00Z");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private static CalendarEvent at(String instant) {
    return saying(instant, "Rodent control");
  }

  private static CalendarEvent saying(String instant, String summary) {
    return new CalendarEvent(
        instant + "@test",
        3,
        false,
        new Hours(Instant.parse(instant), Duration.ofMinutes(90)),
        summary,
        null,
        null);
  }

  private static ReadCalendar read(ZoneId zone, CalendarEvent... events) {
    return ReadCalendar.of(ICalendar.of("Visits", zone, List.of(events), NOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "America/New_York",
        "Europe/London",
        "Asia/Kolkata",
        "Australia/Lord_Howe",
        "America/Sao_Paulo",
        "UTC"
      })
  void the_hour_is_right_before_and_after_the_clocks_change(String zone) {
    String[] starts = {
      "2026-10-24T14:00:00Z", "2026-10-26T14:00:00Z", "2026-11-02T15:00:00Z", "2027-03-15T14:00:00Z"
    };
    ReadCalendar calendar =
        read(
            ZoneId.of(zone),
            Stream.of(starts).map(ICalendarTest::at).toArray(CalendarEvent[]::new));
    assertThat(calendar.events())
        .extracting(ReadCalendar.Event::start)
        .containsExactly(Stream.of(starts).map(Instant::parse).toArray(Instant[]::new));
  }

  @Test
  void each_of_the_two_hours_of_an_autumn_night_is_itself() {
    ReadCalendar calendar = read(NEW_YORK, at("2026-11-01T05:30:00Z"), at("2026-11-01T06:30:00Z"));
    assertThat(calendar.events())
        .extracting(ReadCalendar.Event::start)
        .containsExactly(
            Instant.parse("2026-11-01T05:30:00Z"), Instant.parse("2026-11-01T06:30:00Z"));
  }

  @Test
  void whatever_a_name_has_in_it_is_read_as_it_was_written() {
    String odd = "Déjà vu; \"O'Brien\", back\\slash\nand a second line 🐭 " + "ü🐭".repeat(60);
    assertThat(read(NEW_YORK, saying("2026-10-24T14:00:00Z", odd)).events().get(0).summary())
        .isEqualTo(odd);
  }

  @Test
  void what_does_not_take_place_is_cancelled_by_a_higher_sequence() {
    CalendarEvent off =
        new CalendarEvent(
            "1@test", 7, true, new Hours(NOW, Duration.ofHours(1)), "Off", null, null);
    ReadCalendar.Event event = read(NEW_YORK, off).events().get(0);
    assertThat(event.status()).isEqualTo("CANCELLED");
    assertThat(event.sequence()).isEqualTo(7);
  }

  @Test
  void at_no_time_in_particular_it_is_of_the_day_which_stays_free() {
    CalendarTime ofTheDay =
        CalendarTime.of(
            Instant.parse("2026-10-25T02:00:00Z"),
            false,
            Duration.ofHours(1),
            new CompanyCalendar(Clock.systemUTC(), NEW_YORK));
    CalendarEvent someTime = new CalendarEvent("1@test", 1, false, ofTheDay, "Pests", null, null);
    assertThat(read(NEW_YORK, someTime).events().get(0).start())
        .isEqualTo(Instant.parse("2026-10-24T00:00:00Z"));
    assertThat(ICalendar.of("Visits", NEW_YORK, List.of(someTime), NOW))
        .contains("DTSTART;VALUE=DATE:20261024", "DTEND;VALUE=DATE:20261025", "TRANSP:TRANSPARENT");
  }

  @Test
  void days_that_are_taken_end_when_the_last_of_them_does() {
    Days days = new Days(LocalDate.of(2026, 10, 30), LocalDate.of(2026, 11, 2), true);
    assertThat(ICalendar.of("Visits", NEW_YORK, List.of(on(days)), NOW))
        .contains("DTSTART;VALUE=DATE:20261030", "DTEND;VALUE=DATE:20261103", "TRANSP:OPAQUE");
    read(NEW_YORK, on(new Days(days.first(), LocalDate.of(9999, 12, 31), true)));
  }

  private static CalendarEvent on(Days days) {
    return new CalendarEvent("1@test", 1, false, days, "Drying", null, null);
  }

  @Test
  void a_calendar_without_visits_is_a_calendar() {
    assertThat(read(NEW_YORK).events()).isEmpty();
  }

  @Test
  void no_line_breaks_into_another() {
    String text =
        ICalendar.of(
            "x\r\nEND:VCALENDAR",
            NEW_YORK,
            List.of(saying("2026-10-24T14:00:00Z", "x\r\nATTENDEE:mailto:mallory@example.com")),
            NOW);
    assertThat(text).doesNotContain("\r\nATTENDEE").containsOnlyOnce("\r\nEND:VCALENDAR");
  }
}
