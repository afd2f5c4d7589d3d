package io.familiarface.jobs.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.jobs.CompanyCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;

/** Ends of months, leap days and daylight saving, from whatever day and in whatever zone. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecurrencePropertyTest {
  private static final LocalTime NINE = LocalTime.of(9, 0);

  @Provide
  Arbitrary<LocalDate> starts() {
    return Arbitraries.longs()
        .between(LocalDate.of(2000, 1, 1).toEpochDay(), LocalDate.of(2060, 12, 31).toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  @Provide
  Arbitrary<LocalDate> endsOfMonths() {
    return Arbitraries.integers()
        .between(0, 60 * 12)
        .map(months -> YearMonth.of(2000, 1).plusMonths(months).atEndOfMonth());
  }

  @Provide
  Arbitrary<String> zones() {
    return Arbitraries.of(
        "America/New_York",
        "Europe/London",
        "Europe/Berlin",
        "Australia/Sydney",
        "Australia/Lord_Howe",
        "Pacific/Chatham",
        "America/Santiago",
        "Asia/Kolkata");
  }

  @Property(tries = 300)
  void monthly_keeps_the_day_and_passes_over_the_months_that_have_none(
      @ForAll("starts") LocalDate start, @ForAll @IntRange(min = 1, max = 5) int interval) {
    assertMonthly(start, interval);
  }

  @Property(tries = 300)
  void so_from_the_end_of_any_month(
      @ForAll("endsOfMonths") LocalDate start, @ForAll @IntRange(min = 1, max = 5) int interval) {
    assertMonthly(start, interval);
  }

  private static void assertMonthly(LocalDate start, int interval) {
    LocalDate until = start.plusYears(5);
    List<LocalDate> expected =
        Stream.iterate(YearMonth.from(start), month -> month.plusMonths(interval))
            .takeWhile(month -> !month.atDay(1).isAfter(until))
            .filter(month -> month.isValidDay(start.getDayOfMonth()))
            .map(month -> month.atDay(start.getDayOfMonth()))
            .filter(day -> !day.isAfter(until))
            .toList();
    assertThat(Recurrence.of("FREQ=MONTHLY;INTERVAL=" + interval, start).between(start, until))
        .isEqualTo(expected);
  }

  @Property(tries = 300)
  void the_last_day_of_the_month_is_the_last_of_each(@ForAll("starts") LocalDate start) {
    LocalDate until = start.plusYears(5);
    List<LocalDate> days = Recurrence.of("FREQ=MONTHLY;BYMONTHDAY=-1", start).between(start, until);
    assertThat(days)
        .isEqualTo(
            Stream.iterate(YearMonth.from(start), month -> month.plusMonths(1))
                .map(YearMonth::atEndOfMonth)
                .takeWhile(day -> !day.isAfter(until))
                .toList());
  }

  @Property(tries = 60)
  void yearly_from_a_leap_day_comes_in_leap_years(
      @ForAll @IntRange(min = 500, max = 518) int fours) {
    LocalDate start = LocalDate.of(fours * 4, 2, 29);
    LocalDate until = start.plusYears(20);
    assertThat(Recurrence.of("FREQ=YEARLY", start).between(start, until))
        .isEqualTo(
            IntStream.rangeClosed(start.getYear(), until.getYear())
                .filter(Year::isLeap)
                .mapToObj(year -> LocalDate.of(year, 2, 29))
                .filter(day -> !day.isAfter(until))
                .toList());
  }

  @Property(tries = 300)
  void nine_stays_nine_through_every_change_of_the_clocks(
      @ForAll("starts") LocalDate start,
      @ForAll("zones") String zone,
      @ForAll @IntRange(min = 1, max = 6) int weeks) {
    CompanyCalendar calendar = new CompanyCalendar(Clock.systemUTC(), ZoneId.of(zone));
    List<LocalDate> days =
        Recurrence.of("FREQ=WEEKLY;INTERVAL=" + weeks, start).between(start, start.plusYears(2));
    assertThat(days).hasSizeGreaterThan(10);
    for (int i = 0; i < days.size(); i++) {
      Instant at = calendar.at(days.get(i), NINE);
      assertThat(calendar.timeOf(at)).isEqualTo(NINE);
      assertThat(calendar.dayOf(at)).isEqualTo(days.get(i));
      assertThat(ChronoUnit.DAYS.between(start, days.get(i))).isEqualTo(7L * weeks * i);
    }
  }

  @Property(tries = 300)
  void planned_piece_by_piece_no_day_is_missed_or_comes_twice(
      @ForAll("starts") LocalDate start,
      @ForAll @IntRange(min = 0, max = 1000) int first,
      @ForAll @IntRange(min = 1, max = 400) int then) {
    for (String rule :
        List.of(
            "FREQ=MONTHLY", "FREQ=WEEKLY;INTERVAL=3", "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=DAILY")) {
      Recurrence recurrence = Recurrence.of(rule, start);
      LocalDate middle = start.plusDays(first);
      LocalDate end = middle.plusDays(then);
      List<LocalDate> pieces = new ArrayList<>(recurrence.between(start, middle));
      pieces.addAll(recurrence.between(middle.plusDays(1), end));
      assertThat(pieces).as(rule).isEqualTo(recurrence.between(start, end));
    }
  }
}
