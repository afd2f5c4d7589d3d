package io.familiarface.history.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.familiarface.history.file.UnreadableHistory;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DatesTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private final Dates dayFirst = new Dates(DateOrder.DAY_MONTH_YEAR, NEW_YORK);
  private final Dates monthFirst = new Dates(DateOrder.MONTH_DAY_YEAR, NEW_YORK);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-04-03",
        "2025/4/3",
        "20250403",
        "Apr 3, 2025",
        "April 3rd, 2025",
        "3 Apr 2025",
        "03-Apr-25",
        "Thu, Apr 3, 2025",
        "Thursday 3 April 2025",
        "3. April 2025",
        "45750",
        "2025-Apr-03",
        "April 3, '25",
        "3 avr. 2025",
        "3 abril de 2025",
        "3 kwietnia 2025",
        "jeu. 3 avril 2025",
        "2025\u5E744\u67083\u65E5",
        "\uFF12\uFF10\uFF12\uFF15-\uFF10\uFF14-\uFF10\uFF13"
      })
  void some_dates_are_the_same_in_any_order(String text) {
    assertThat(dayFirst.read(text).day()).isEqualTo(LocalDate.of(2025, 4, 3));
    assertThat(monthFirst.read(text)).isEqualTo(dayFirst.read(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"03/04/2025", "3.4.25", "3-4-2025", "03 04 2025"})
  void other_dates_depend_on_the_order(String text) {
    assertThat(dayFirst.read(text).day()).isEqualTo(LocalDate.of(2025, 4, 3));
    assertThat(monthFirst.read(text).day()).isEqualTo(LocalDate.of(2025, 3, 4));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-04-03 14:30, 14:30",
    "2025-04-03T14:30:15, 14:30",
    "4/3/2025 2:30 PM, 14:30",
    "4/3/2025 2:30pm - 4:00pm, 14:30",
    "4/3/2025 12:05 AM, 00:05",
    "2025-04-03T18:30:00Z, 14:30",
    "2025-04-03T20:30:00+02:00, 14:30",
    "2025-04-03 14:30:00-04, 14:30",
    "2025-04-03 14:30 -0400, 14:30",
    "20250403T143000, 14:30",
    "45750.604166667, 14:30",
    "14:30 2025-04-03, 14:30",
    "2:30 PM 4/3/2025, 14:30",
    "4/3/2025 11:30 AM PDT, 14:30",
    "4/3/2025 2:30\u202Fp.\u00A0m., 14:30",
    "4/3/2025 14:30-16:00, 14:30",
    "4/3/2025 14:30 \u2013 4/3/2025 16:00, 14:30",
    "Thu Apr 03 2025 14:30:00 GMT-0400 (Eastern Daylight Time), 14:30"
  })
  void a_time_that_is_there_is_read_in_the_companys_zone(String text, LocalTime time) {
    assertThat(monthFirst.read(text).time().withSecond(0)).isEqualTo(time);
    assertThat(monthFirst.read(text).day()).isEqualTo(LocalDate.of(2025, 4, 3));
  }

  @ParameterizedTest
  @CsvSource({
    "9:15 p. m., 21:15",
    "9:15 a.m. \u2013 11:00 a.m., 09:15",
    "1:00 - 3:00 PM, 13:00",
    "1-3PM, 13:00",
    "11-1 PM, 11:00",
    "10\u201312 AM, 10:00",
    "11:30 - 12:30 PM, 11:30",
    "between 8 and 10 am, 08:00",
    "8am to 10am, 08:00",
    "14.30 Uhr, 14:30",
    "14h30, 14:30",
    "9h, 09:00",
    "0930, 09:30",
    "0.375, 09:00",
    "noon, 12:00",
    "12 PM, 12:00",
    "8:00 a 10:00, 08:00",
    "4/1/2025 9:00 AM, 09:00"
  })
  void a_time_of_its_own_column_or_the_beginning_of_a_window(String text, LocalTime time) {
    assertThat(monthFirst.read(LocalDate.of(2025, 4, 3), text).time()).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"25:00", "10:75", "9 - 11", "13:00 AM", "Morning", "9"})
  void what_is_no_time_or_could_be_two_is_none(String text) {
    assertThat(monthFirst.read(LocalDate.of(2025, 4, 3), text)).isNull();
  }

  @Test
  void the_end_of_a_day_is_the_midnight_after_it() {
    assertThat(monthFirst.read("4/3/2025 24:00"))
        .isEqualTo(new Dates.Moment(LocalDate.of(2025, 4, 4), LocalTime.MIDNIGHT));
  }

  @Test
  void midnight_is_what_spreadsheets_add_to_a_day() {
    assertThat(monthFirst.read("4/3/2025 0:00").time()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "32/01/2025",
        "2025-13-01",
        "31.02.2025",
        "1/2",
        "12",
        "4/7 10:30",
        "Apr 7 10:30",
        "27 foo 2025",
        "3 jui 2025",
        "2025-04-03 - cancelled",
        "2025-04-03?",
        "2025-04-03, 2025-04-10",
        "########"
      })
  void what_is_no_date_is_none(String text) {
    assertThat(dayFirst.read(text)).isNull();
  }

  @Test
  void two_digits_are_of_this_century_unless_that_lies_far_ahead() {
    assertThat(dayFirst.read("3/4/25").day().getYear()).isEqualTo(2025);
    assertThat(dayFirst.read("3/4/95").day().getYear()).isEqualTo(1995);
  }

  @Test
  void one_date_decides_for_all() {
    DateEvidence evidence = new DateEvidence(LocalDate.of(2026, 12, 31));
    evidence.see(2, "03/04/2025");
    assertThat(evidence.decided()).isEmpty();
    assertThat(evidence.needsOrder()).isTrue();
    evidence.see(3, "13/04/2025");
    assertThat(evidence.decided()).contains(DateOrder.DAY_MONTH_YEAR);
  }

  @Test
  void dates_that_are_the_same_either_way_ask_for_nothing() {
    DateEvidence evidence = new DateEvidence(LocalDate.of(2026, 12, 31));
    evidence.see(2, "04/04/2025");
    evidence.see(3, "2025-04-05");
    assertThat(evidence.needsOrder()).isFalse();
  }

  @Test
  void two_digits_in_front_may_be_the_year_as_well() {
    DateEvidence evidence = new DateEvidence(LocalDate.of(2026, 12, 31));
    evidence.see(2, "25/04/03");
    assertThat(evidence.decided()).isEmpty();
    assertThat(evidence.needsOrder()).isTrue();
    assertThat(evidence.possible())
        .containsExactly(DateOrder.DAY_MONTH_YEAR, DateOrder.YEAR_MONTH_DAY);
    evidence.see(3, "25/04/28");
    assertThat(evidence.decided()).contains(DateOrder.YEAR_MONTH_DAY);
    assertThat(evidence.needsOrder()).isFalse();
  }

  @Test
  void a_day_that_would_be_a_year_far_ahead_is_a_day() {
    DateEvidence evidence = new DateEvidence(LocalDate.of(2026, 12, 31));
    evidence.see(2, "03/04/25");
    evidence.see(3, "31/03/25");
    assertThat(evidence.decided()).contains(DateOrder.DAY_MONTH_YEAR);
    assertThat(new Dates(DateOrder.YEAR_MONTH_DAY, NEW_YORK).read("03/04/2025")).isNull();
  }

  @Test
  void a_format_names_an_order() {
    assertThat(DateOrder.ofFormat("dd.MM.yyyy")).isEqualTo(DateOrder.DAY_MONTH_YEAR);
    assertThat(DateOrder.ofFormat("M/d/yy")).isEqualTo(DateOrder.MONTH_DAY_YEAR);
    assertThat(DateOrder.ofFormat("yy-MM-dd")).isEqualTo(DateOrder.YEAR_MONTH_DAY);
    assertThatThrownBy(() -> DateOrder.ofFormat("european")).isInstanceOf(UnreadableHistory.class);
  }
}
