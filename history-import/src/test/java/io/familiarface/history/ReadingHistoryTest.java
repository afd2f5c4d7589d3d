package io.familiarface.history;

import static io.familiarface.history.Reading.each;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.history.column.Field;
import io.familiarface.history.column.Mapping;
import io.familiarface.history.report.ColumnReport;
import io.familiarface.history.report.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingHistoryTest {
  @Test
  void dorothys_history_is_understood_under_a_header_in_line_3() {
    Reading dorothy = Reading.of("dorothy-header-in-line-3.csv");

    assertThat(dorothy.report().headerLine()).isEqualTo(3);
    assertThat(dorothy.report().rejectedCount()).isZero();
    List<JsonNode> visits = dorothy.visitsOf("Dorothy's Gifts");
    assertThat(dorothy.whoCame(visits))
        .containsExactly(
            "Al Reed",
            "Al Reed",
            "Ben Ortiz",
            "Ben Ortiz",
            "Ben Ortiz",
            "Cara Lund",
            "Ben Ortiz",
            "B. Ortiz",
            "Ben Ortis",
            "Dan Wu");
    assertThat(visits.get(0).get("scheduledAt").asText()).isEqualTo("2025-01-06T17:00:00Z");
    JsonNode agreement = dorothy.agreements().get(2);
    assertThat(agreement.get("startsOn").asText()).isEqualTo("2025-01-06");
    assertThat(agreement.get("recurrence").asText()).isEqualTo("FREQ=MONTHLY");
    assertThat(agreement.get("recurrenceGuessed").asBoolean()).isTrue();
    assertThat(agreement.at("/price/amount").asText()).isEqualTo("89.00");
    assertThat(agreement.get("technicianExternalId"))
        .isEqualTo(visits.get(0).get("technicianExternalId"));
  }

  @Test
  void a_window_and_an_arrival_come_in_with_the_visit(@TempDir Path folder) throws IOException {
    Path list = folder.resolve("visits.csv");
    Files.writeString(
        list,
        """
        date,time,customer,technician,status,arrival window,arrived
        2025-03-03,10:30,Ann Lee,Al Reed,completed,10:00 - 12:00,11:40
        2025-04-07,10:00,Ann Lee,Al Reed,completed,2 hours,2025-04-07 12:15 PM
        2025-05-05,,Ann Lee,Al Reed,completed,2 hours,
        2025-06-02,09:00,Ann Lee,Al Reed,missed,,09:10
        2025-07-07,09:00,Ann Lee,Al Reed,completed,some time,2025-07-09 09:00
        """);
    Reading reading = Reading.of(list, Reading.OPTIONS);

    List<JsonNode> visits = reading.visitsOf("Ann Lee");
    assertThat(each(visits, "scheduledAt"))
        .startsWith("2025-03-03T15:00:00Z", "2025-04-07T14:00:00Z");
    assertThat(each(visits, "windowMinutes")).containsExactly("120", "120", "-", "-", "-");
    assertThat(each(visits, "arrivedAt"))
        .containsExactly("2025-03-03T16:40:00Z", "2025-04-07T16:15:00Z", "-", "-", "-");
    assertThat(reading.report().columns())
        .filteredOn(column -> column.field() == Field.ARRIVED)
        .singleElement()
        .satisfies(column -> assertThat(column.toString()).contains("2025-07-09"));
  }

  @Test
  void a_cell_that_is_no_window_still_says_when_the_visit_begins(@TempDir Path folder)
      throws IOException {
    Path list = folder.resolve("visits.csv");
    Files.writeString(
        list,
        """
        Customer Name,Job #,Business Unit,Completion Date,Assigned Technicians,Arrival Window
        Ann Lee,1,Pests,04/27/2025,Al Reed,8:00 AM
        Ann Lee,2,Pests,05/25/2025,Al Reed,10:00 AM - 12:00 PM CST
        Ann Lee,3,Pests,06/22/2025,Al Reed,13 hours
        Ann Lee,4,Pests,07/27/2025,Al Reed,1 - 3
        """);
    Reading reading = Reading.of(list, Reading.OPTIONS);

    assertThat(reading.report().preset()).isEqualTo("servicetitan");
    List<JsonNode> visits = reading.visitsOf("Ann Lee");
    assertThat(each(visits, "scheduledAt"))
        .containsExactly(
            "2025-04-27T12:00:00Z",
            "2025-05-25T15:00:00Z",
            "2025-06-22T16:00:00Z",
            "2025-07-27T16:00:00Z");
    assertThat(each(visits, "windowMinutes")).containsOnly("-");
    assertThat(reading.report().columns())
        .filteredOn(column -> column.field() == Field.WINDOW)
        .singleElement()
        .satisfies(column -> assertThat(column.toString()).contains("1 - 3", "13 hours"))
        .satisfies(column -> assertThat(column.understood()).isEqualTo(2));
  }

  @Test
  void a_price_that_the_file_does_not_say_is_unknown_and_not_nothing() {
    Reading reading = Reading.of("three-spellings.csv");

    assertThat(reading.agreements()).isNotEmpty().noneMatch(agreement -> agreement.has("price"));
    assertThat(reading.counted(Note.NO_PRICE)).isEqualTo(reading.agreements().size());
  }

  @Test
  void a_stated_reason_says_who_should_have_come_and_unknown_stays_unknown() {
    Reading dorothy = Reading.of("dorothy-header-in-line-3.csv");

    List<JsonNode> visits = dorothy.visitsOf("Dorothy's Gifts");
    JsonNode sickDay = visits.get(5);
    assertThat(sickDay.get("changeReason").asText()).isEqualTo("SICK");
    assertThat(sickDay.get("customerTold").asBoolean()).isFalse();
    assertThat(sickDay.get("plannedTechnicianExternalId"))
        .isEqualTo(visits.get(4).get("technicianExternalId"));
    JsonNode unexplained = visits.get(2);
    assertThat(unexplained.has("customerTold")).isFalse();
    assertThat(unexplained.has("introduced")).isFalse();
    assertThat(unexplained.has("permanence")).isFalse();
    assertThat(unexplained.has("plannedTechnicianExternalId")).isFalse();
  }

  @Test
  void who_comes_three_times_in_a_row_is_usual_from_the_third_time_on() {
    Reading dorothy = Reading.of("dorothy-header-in-line-3.csv");

    assertThat(each(dorothy.visitsOf("Dorothy's Gifts"), "permanence"))
        .containsExactly("-", "-", "-", "-", "FOR_GOOD", "-", "-", "-", "-", "-");
    assertThat(dorothy.counted(Note.NEW_USUAL_TECHNICIAN)).isOne();
  }

  @Test
  void the_cancellation_keeps_its_words_and_follows_the_visit_of_its_day() {
    JsonNode cancellation = Reading.of("dorothy-header-in-line-3.csv").cancellations().get(0);

    assertThat(cancellation.get("reason").asText()).isEqualTo("TECHNICIAN_CHANGES");
    assertThat(cancellation.get("words").asText())
        .isEqualTo("Too many technicians, never the same");
    assertThat(cancellation.get("cancelledAt").asText()).isEqualTo("2025-10-06T22:00:00Z");
  }

  @Test
  void reading_twice_gives_the_same_external_ids() {
    Reading once = Reading.of("dorothy-header-in-line-3.csv");
    Reading again = Reading.of("dorothy-header-in-line-3.csv");

    assertThat(again.lines()).isEqualTo(once.lines());
    assertThat(once.externalIds()).doesNotHaveDuplicates();
  }

  @Test
  void a_newer_export_in_another_order_only_adds() {
    Reading before = Reading.of("dorothy-header-in-line-3.csv");
    Reading newer = Reading.of("dorothy-newer-export.csv");

    assertThat(newer.externalIds().toList()).containsAll(before.externalIds().toList());
    assertThat(newer.visits()).containsAll(before.visits());
    assertThat(newer.visits()).hasSize(before.visits().size() + 2);
    assertThat(newer.customers()).hasSize(before.customers().size() + 1);
  }

  @Test
  void no_name_can_be_read_from_an_external_id() {
    assertThat(Reading.of("dorothy-header-in-line-3.csv").externalIds())
        .noneMatch(id -> id.toLowerCase(java.util.Locale.ROOT).matches(".*(dorothy|ann|ortiz).*"));
  }

  @Test
  void semicolons_and_latin_1_with_a_decimal_comma() {
    Reading german = Reading.of("semicolons-latin-1.csv");

    assertThat(german.report().encoding()).startsWith("Latin-1");
    assertThat(german.report().separator()).isEqualTo("semicolons");
    assertThat(each(german.customers(), "name")).containsExactly("Bäckerei Müller");
    assertThat(german.customers().get(0).at("/address/city").asText()).isEqualTo("Köln");
    assertThat(german.agreements().get(0).at("/price/amount").asText()).isEqualTo("89.50");
    assertThat(german.agreements().get(0).at("/price/currency").asText()).isEqualTo("EUR");
    assertThat(german.agreements().get(0).get("recurrence").asText()).startsWith("FREQ=WEEKLY");
  }

  @Test
  void tabs_utf_8_with_a_mark_and_times_of_day() {
    Reading reading = Reading.of("tabs-utf-8-with-mark.csv");

    assertThat(reading.report().separator()).isEqualTo("tabs");
    assertThat(each(reading.customers(), "name")).containsExactly("Zoë Hart");
    assertThat(each(reading.visits(), "scheduledAt"))
        .containsExactly("2025-04-07T14:00:00Z", "2025-04-14T14:30:00Z");
  }

  @Test
  void jobbers_visits_report() {
    Reading jobber = Reading.of("jobber.csv");

    assertThat(jobber.report().preset()).isEqualTo("jobber");
    assertThat(each(jobber.visits(), "externalId")).containsExactly("8801", "8802", "8803");
    assertThat(jobber.whoCame(jobber.visits()))
        .containsExactly("Ben Ortiz", "Ben Ortiz", "Al Reed");
    assertThat(jobber.agreements().get(0).get("program").asText())
        .isEqualTo("Quarterly pest control");
    assertThat(jobber.agreements().get(0).get("recurrence").asText())
        .isEqualTo("FREQ=MONTHLY;INTERVAL=3");
    assertThat(jobber.customers().get(0).at("/address/postalCode").asText()).isEqualTo("05401");
    assertThat(jobber.counted(Note.TEAM)).isOne();
  }

  @Test
  void housecall_pros_job_report() {
    Reading reading = Reading.of("housecall-pro.csv");

    assertThat(reading.report().preset()).isEqualTo("housecall-pro");
    assertThat(each(reading.visits(), "externalId")).containsExactly("job_a1");
    assertThat(each(reading.visits(), "scheduledAt")).containsExactly("2025-04-07T13:00:00Z");
    assertThat(reading.counted(Note.CALLED_OFF)).isOne();
  }

  @Test
  void quickbooks_time_activities_below_a_title() {
    Reading reading = Reading.of("quickbooks.csv");

    assertThat(reading.report().preset()).isEqualTo("quickbooks");
    assertThat(reading.report().headerLine()).isEqualTo(5);
    assertThat(reading.visits()).hasSize(2);
    assertThat(reading.rejected()).isEmpty();
    assertThat(reading.counted(Note.TOTAL_LINE)).isOne();
  }

  @Test
  void quickbooks_time_activities_with_each_employees_name_above_the_lines() {
    Reading reading = Reading.of("quickbooks-time-by-employee.csv");

    assertThat(reading.report().preset()).isEqualTo("quickbooks");
    assertThat(reading.whoCame(reading.visits()))
        .containsExactly("Ben Ortiz", "Ben Ortiz", "Al Reed");
    assertThat(each(reading.customers(), "name")).containsExactly("Ann Lee");
    assertThat(reading.rejected())
        .singleElement()
        .asString()
        .startsWith("line 14: Nobody is named");
    assertThat(reading.report().rows()).isEqualTo(4);
    assertThat(reading.report().columns())
        .filteredOn(column -> column.field() == Field.TECHNICIAN)
        .singleElement()
        .satisfies(column -> assertThat(column.header()).contains("above the lines"));
  }

  @Test
  void quickbooks_sales_with_each_customers_name_above_the_lines() {
    Reading reading = Reading.of("quickbooks-sales-by-customer.csv");

    assertThat(reading.rejected()).isEmpty();
    assertThat(each(reading.customers(), "name"))
        .containsExactly("Ann Lee", "Ann Lee:Shop", "Bob Ray");
    assertThat(reading.whoCame(reading.visitsOf("Ann Lee")))
        .containsExactly("Ben Ortiz", "Ben Ortiz");
    assertThat(reading.whoCame(reading.visitsOf("Ann Lee:Shop"))).containsExactly("Al Reed");
    assertThat(reading.agreements().get(2).at("/price/amount").asText()).isEqualTo("79.00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mapping.properties", "mapping.json"})
  void a_companys_own_headers_words_and_people_come_from_its_mapping(String mapping)
      throws IOException {
    Reading reading =
        Reading.of(
            Reading.file("own-headers.csv"),
            Reading.OPTIONS.withMapping(Mapping.read(Reading.file(mapping))));

    assertThat(reading.customers()).hasSize(1);
    assertThat(each(reading.technicians(), "name")).containsExactly("Michael O'Brien");
    assertThat(each(reading.agreements(), "program")).containsExactly("Regular service");
    assertThat(reading.visits()).hasSize(2);
  }

  @Test
  void every_column_says_what_was_understood_as_what() {
    ColumnReport outcome =
        Reading.of("dorothy-header-in-line-3.csv").report().columns().stream()
            .filter(column -> column.field() == Field.OUTCOME)
            .findFirst()
            .orElseThrow();

    assertThat(outcome.understood()).isEqualTo(12);
    assertThat(outcome.meanings()).containsExactly("done → COMPLETED (12)");
    assertThat(Reading.of("dorothy-header-in-line-3.csv").report().toString())
        .contains("as month/day/year, decided by 10/13/2025 (line 14)")
        .contains("same-technician.Ben Ortis = Ben Ortiz");
  }
}
