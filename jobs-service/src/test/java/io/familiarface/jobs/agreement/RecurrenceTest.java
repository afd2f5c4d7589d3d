package io.familiarface.jobs.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecurrenceTest {
  private static final LocalDate SIXTH = LocalDate.of(2025, 1, 6);
  private static final LocalDate LONG_AFTER = LocalDate.of(2030, 1, 1);

  @Test
  void every_month_means_the_same_day_of_each_month() {
    assertThat(monthly().between(SIXTH, LocalDate.of(2025, 4, 30)))
        .containsExactly(
            SIXTH, LocalDate.of(2025, 2, 6), LocalDate.of(2025, 3, 6), LocalDate.of(2025, 4, 6));
  }

  @Test
  void a_later_stretch_is_the_same_as_the_end_of_a_longer_one() {
    LocalDate later = LocalDate.of(2027, 5, 7);
    assertThat(monthly().between(later, later.plusMonths(2)))
        .containsExactly(LocalDate.of(2027, 6, 6), LocalDate.of(2027, 7, 6));
  }

  @Test
  void a_rule_with_an_end_ends_however_far_we_look() {
    Recurrence thrice = Recurrence.of("FREQ=WEEKLY;COUNT=3", SIXTH);
    assertThat(thrice.between(SIXTH.plusDays(1), LONG_AFTER))
        .containsExactly(SIXTH.plusWeeks(1), SIXTH.plusWeeks(2));
    Recurrence until = Recurrence.of("FREQ=WEEKLY;UNTIL=20250120", SIXTH);
    assertThat(until.between(SIXTH, LONG_AFTER)).hasSize(3);
  }

  @Test
  void a_rule_says_when_it_ends() {
    assertThat(monthly().endsOn()).isEmpty();
    assertThat(Recurrence.of("FREQ=WEEKLY;UNTIL=20250120", SIXTH).endsOn())
        .contains(LocalDate.of(2025, 1, 20));
    assertThat(Recurrence.of("FREQ=WEEKLY;COUNT=3", SIXTH).endsOn()).contains(SIXTH.plusWeeks(2));
    assertThat(Recurrence.of("FREQ=YEARLY;COUNT=1000000", SIXTH).endsOn())
        .as("nobody will see it")
        .isEmpty();
  }

  @Test
  void a_rule_that_ends_before_its_first_day_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Recurrence.of("FREQ=MONTHLY;UNTIL=20250105", SIXTH))
        .withMessageContaining("ends on 2025-01-05, before its first day 2025-01-06");
    assertThat(Recurrence.of("FREQ=MONTHLY;UNTIL=20250106", SIXTH).endsOn()).contains(SIXTH);
  }

  @Test
  void the_31st_skips_the_months_that_have_none() {
    Recurrence last = Recurrence.of("FREQ=MONTHLY", LocalDate.of(2025, 1, 31));
    assertThat(last.between(LocalDate.of(2025, 2, 1), LocalDate.of(2025, 5, 31)))
        .containsExactly(LocalDate.of(2025, 3, 31), LocalDate.of(2025, 5, 31));
  }

  @ParameterizedTest
  @CsvSource({
    "FREQ=MONTHLY,30.44",
    "FREQ=WEEKLY,7.00",
    "FREQ=WEEKLY;INTERVAL=2,14.00",
    "FREQ=MONTHLY;INTERVAL=3,91.31",
    "FREQ=MONTHLY;COUNT=2,30.44",
    "FREQ=YEARLY,365.25"
  })
  void the_interval_is_the_mean_over_four_years(String rule, String days) {
    assertThat(Recurrence.of(rule, SIXTH).intervalDays()).isEqualByComparingTo(days);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=DAILY;INTERVAL=2147483647",
        "FREQ=DAILY;INTERVAL=999999999",
        "FREQ=WEEKLY;INTERVAL=99999999",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=YEARLY;BYMONTH=2,4,6;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYDAY=53MO"
      })
  void a_rule_that_hardly_ever_comes_is_refused_in_plain_words(String rule) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Recurrence.of(rule, SIXTH))
        .withMessageNotContaining("org.dmfs");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=MONTHLY;",
        "FREQ=MONTHLY;;COUNT=3",
        " FREQ=MONTHLY",
        "FREQ=MONTHLY\n",
        "FREQ=MONTHLY;BYDAY=MO,",
        "FREQ=MONTHLY;BYDAY=",
        "FREQ=MONTHLY;BYDAY=0MO",
        "FREQ=MONTHLY;BYMONTHDAY=1 2",
        "FREQ=MONTHLY;BYMONTHDAY=",
        "FREQ=MONTHLY;COUNT=+3",
        "FREQ=MONTHLY;COUNT=\u0663",
        "FREQ=MONTHLY;COUNT=3;COUNT=4",
        "FREQ=MONTHLY;UNTIL=20270231",
        "FREQ=MONTHLY;UNTIL=2027-12-31",
        "FREQ=MONTHLY;WKST=XX",
        "FREQ=MONTHLY;BYMONTH=13",
        "FREQ=MONTHLY;X-NAME=1",
        "FREQ=MONTHLY;EVERY=1",
        "FREQ=MONTHLY;SKIP=BACKWARD",
        "RSCALE=HEBREW;FREQ=MONTHLY",
        "FREQ=WEEKLY;BYMONTHDAY=3",
        "FREQ=WEEKLY;BYDAY=2MO",
        "FREQ=MONTHLY;BYWEEKNO=3",
        "FREQ=MONTHLY;BYSETPOS=1"
      })
  void nothing_of_a_rule_is_passed_over_in_silence(String rule) {
    assertThatIllegalArgumentException().isThrownBy(() -> Recurrence.of(rule, SIXTH));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=DAILY",
        "freq=weekly;byday=mo,th",
        "FREQ=MONTHLY;BYMONTHDAY=1,15,-1",
        "FREQ=MONTHLY;BYDAY=+2TU",
        "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
        "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
        "FREQ=YEARLY;BYYEARDAY=-1",
        "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD",
        "COUNT=3;FREQ=MONTHLY;WKST=SU"
      })
  void whatever_the_standard_has_by_days_is_read(String rule) {
    assertThat(Recurrence.of(rule, SIXTH).between(SIXTH, LONG_AFTER)).isNotEmpty();
    assertThat(Recurrence.warning(rule, SIXTH)).isEmpty();
  }

  @Test
  void a_day_beyond_all_agreements_is_not_looked_for() {
    Recurrence daily = Recurrence.of("FREQ=DAILY", SIXTH);
    LocalDate farOff = LocalDate.of(9999, 12, 20);
    assertThat(daily.slotOf(farOff, SIXTH)).isEmpty();
    assertThat(daily.between(farOff, LocalDate.MAX)).isEmpty();
    assertThat(daily.between(SIXTH, LocalDate.MAX)).endsWith(SIXTH.plusYears(200));
  }

  @Test
  void the_29th_of_February_comes_round_whenever_it_is_asked_for() {
    String leapDays = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29";
    assertThat(Recurrence.of(leapDays, LocalDate.of(2025, 3, 1)).intervalDays())
        .isEqualTo(Recurrence.of(leapDays, LocalDate.of(2028, 2, 29)).intervalDays())
        .isEqualByComparingTo("1461");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "monthly",
        "FREQ=SOMETIMES",
        "INTERVAL=2",
        "FREQ=HOURLY",
        "FREQ=SECONDLY",
        "FREQ=DAILY;BYHOUR=9,17",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;INTERVAL=100"
      })
  void a_rule_that_cannot_plan_visits_is_refused(String rule) {
    assertThatIllegalArgumentException().isThrownBy(() -> Recurrence.of(rule, SIXTH));
  }

  @Test
  void a_visit_stands_for_the_nearest_day_of_the_rule() {
    assertThat(slot(LocalDate.of(2025, 4, 7))).hasValue(LocalDate.of(2025, 4, 6));
    assertThat(slot(LocalDate.of(2025, 4, 1))).hasValue(LocalDate.of(2025, 4, 6));
    assertThat(slot(LocalDate.of(2025, 4, 19))).hasValue(LocalDate.of(2025, 4, 6));
  }

  @Test
  void a_visit_long_before_the_first_day_stands_for_none() {
    assertThat(slot(SIXTH.minusDays(20))).isEmpty();
    assertThat(slot(SIXTH.minusDays(3))).hasValue(SIXTH);
  }

  @Test
  void a_past_visit_does_not_use_up_a_coming_day_that_it_was_not_meant_for() {
    LocalDate extra = LocalDate.of(2025, 4, 24);
    LocalDate today = LocalDate.of(2025, 4, 25);
    assertThat(monthly().slotOf(extra, today)).isEmpty();
    assertThat(monthly().slotOf(LocalDate.of(2025, 5, 4), LocalDate.of(2025, 5, 5)))
        .hasValue(LocalDate.of(2025, 5, 6));
  }

  private static java.util.Optional<LocalDate> slot(LocalDate day) {
    return monthly().slotOf(day, LONG_AFTER);
  }

  private static Recurrence monthly() {
    return Recurrence.of("FREQ=MONTHLY", SIXTH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=WEEKLY;BYDAY=MO",
        "FREQ=WEEKLY;BYDAY=MO;COUNT=3",
        "COUNT=3;FREQ=WEEKLY;BYDAY=MO",
        "freq=weekly;until=20270201;byday=MO"
      })
  void a_rule_is_given_another_end_wherever_it_says_the_one_it_has(String rule) {
    LocalDate start = LocalDate.of(2027, 1, 4);
    LocalDate end = LocalDate.of(2027, 3, 3);
    Recurrence renewed = Recurrence.of(RuleText.endingOn(rule, end), start);
    assertThat(renewed.endsOn()).contains(end);
    assertThat(renewed.between(start, end.plusYears(1)))
        .hasSize(9)
        .startsWith(start)
        .endsWith(LocalDate.of(2027, 3, 1));
  }
}
