package io.familiarface.history;

import static io.familiarface.history.Reading.each;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file does not decide is asked, and what is no day is said. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class UnclearDatesTest {
  @TempDir Path folder;

  @Test
  void dates_that_could_be_either_are_asked_for_with_examples() {
    Reading either = Reading.of("could-be-either.csv");

    assertThat(either.report().isClear()).isFalse();
    assertThat(either.report().questions())
        .singleElement()
        .asString()
        .contains("03/04/25 (line 2)", "and 1 more", "--date-format");
    assertThat(either.visits()).isEmpty();

    Reading told =
        Reading.of(Reading.file("could-be-either.csv"), Reading.OPTIONS.withDateFormat("dd/MM/yy"));
    assertThat(each(told.visits(), "scheduledAt").get(0)).startsWith("2025-04-03");
  }

  @Test
  void dates_that_contradict_each_other_are_asked_for_and_the_misfits_listed() {
    assertThat(Reading.of("both-orders.csv").report().questions())
        .singleElement()
        .asString()
        .contains("13/02/2025 (line 2)", "02/27/2025 (line 3)");

    Reading told =
        Reading.of(Reading.file("both-orders.csv"), Reading.OPTIONS.withDateFormat("MM/dd/yyyy"));
    assertThat(told.visits()).hasSize(2);
    assertThat(told.rejected()).singleElement().asString().startsWith("line 2:");
  }

  @Test
  void two_digits_in_front_that_could_be_the_year_are_asked_for() throws IOException {
    Path file = text("date,customer,technician\n25/04/03,Ann Lee,Ben Ortiz\n");

    assertThat(Reading.of(file, Reading.OPTIONS).report().questions())
        .singleElement()
        .asString()
        .contains("day/month/year or year/month/day", "25/04/03 (line 2)", "yy/MM/dd");
    Reading told = Reading.of(file, Reading.OPTIONS.withDateFormat("yy/MM/dd"));
    assertThat(each(told.visits(), "scheduledAt")).containsExactly("2025-04-03T16:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"told", "introduced", "outcome"})
  void dates_of_other_columns_that_could_be_either_are_asked_for_too(String column)
      throws IOException {
    Path file =
        text(
            "date,customer,technician,%s\n2025-04-14,Ann Lee,Ben Ortiz,03/04/2025\n"
                .formatted(column));

    assertThat(Reading.of(file, Reading.OPTIONS).report().questions())
        .singleElement()
        .asString()
        .contains("column for \"%s\"".formatted(column), "03/04/2025 (line 2)");
  }

  @Test
  void a_column_of_dates_goes_by_its_own_order_and_else_by_that_of_the_visits() throws IOException {
    Reading own =
        Reading.of(
            text(
                "date,customer,technician,told\n14/04/2025,Ann Lee,Ben Ortiz,04/13/2025\n"
                    + "15/05/2025,Ann Lee,Ben Ortiz,05/06/2025\n"),
            Reading.OPTIONS);
    assertThat(each(own.visits(), "customerToldAt"))
        .containsExactly("2025-04-13T16:00:00Z", "2025-05-06T16:00:00Z");

    Reading visits =
        Reading.of(
            text("date,customer,technician,told\n14/04/2025,Ann Lee,Ben Ortiz,03/04/2025\n"),
            Reading.OPTIONS);
    assertThat(each(visits.visits(), "customerToldAt")).containsExactly("2025-04-03T16:00:00Z");
  }

  @Test
  void a_cancellation_without_a_day_or_in_an_impossible_year_is_listed_and_the_visit_comes_in()
      throws IOException {
    Reading reading =
        Reading.of(
            text(
                """
                date,customer,technician,cancelled_on
                2025-01-10,Ann Lee,Ben Ortiz,gone
                2025-01-10,Bob Ray,Ben Ortiz,2125-02-01
                2025-01-10,Cy Fox,Ben Ortiz,no
                2025-01-10,Di Poe,Ben Ortiz,yes
                2025-01-10,Eve Orr,Ben Ortiz,2025-02-01
                """),
            Reading.OPTIONS);

    assertThat(reading.visits()).hasSize(5);
    assertThat(reading.cancellations()).hasSize(1);
    assertThat(reading.rejected())
        .containsExactly(
            "line 2: The cancellation stays out. \"gone\" is no day: fill in when it was.",
            "line 3: The cancellation stays out. This is the year 2125: correct the date.",
            "line 5: The cancellation stays out. \"yes\" is no day: fill in when it was.");
  }

  private Path text(String text) throws IOException {
    return Files.writeString(folder.resolve("history.csv"), text);
  }
}
