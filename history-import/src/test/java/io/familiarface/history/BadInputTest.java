package io.familiarface.history;

import static io.familiarface.history.Reading.each;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.familiarface.history.column.Mapping;
import io.familiarface.history.file.UnreadableHistory;
import io.familiarface.history.plan.HistoryPlan;
import io.familiarface.history.plan.HistoryReader;
import io.familiarface.history.report.Note;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BadInputTest {
  @TempDir Path folder;

  @Test
  void a_workbook_renamed_to_csv_is_to_be_saved_as_csv() throws IOException {
    Path file = folder.resolve("history.csv");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
    }

    assertRefused(file, "Excel workbook", "Save as", "CSV");
  }

  @Test
  void an_empty_file_a_blank_one_and_a_header_alone_are_refused_in_one_line() throws IOException {
    assertRefused(text(""), "is empty");
    assertRefused(text("\n \n\n"), "nothing but blank lines");
    assertRefused(text("date,customer,technician\n"), "nothing below it");
    assertRefused(folder.resolve("missing.csv"), "There is no file");
  }

  @Test
  void without_a_header_the_columns_that_are_needed_are_named() throws IOException {
    assertRefused(text("2025-01-01,Ann Lee,Ben Ortiz\n"), "No header", "date = THEIR HEADER");
    assertRefused(
        text("date,customer,worked\n2025-01-01,Ann Lee,Ben Ortiz\n"),
        "technician",
        "worked",
        "mapping file");
  }

  @Test
  void a_quickbooks_report_that_names_nobody_who_came_is_refused_and_not_read_as_headings()
      throws IOException {
    assertRefused(
        text(
            "Activity date,Customer full name,Product/Service,Memo/Description\n"
                + "04/07/2025,Ann Lee,Monthly service,routine\n"),
        "No column was understood as technician");
  }

  @Test
  void remarks_full_of_semicolons_do_not_hide_that_commas_separate() throws IOException {
    String remark = "nothing; no bait taken; all dry; door closed; next in a month; thanks";
    Reading reading =
        Reading.of(
            text(
                "date,customer,technician,notes\n2025-01-02,Ann Lee,Ben Ortiz,%s\n2025-02-03,Ann Lee,Ben Ortiz,%s\n"
                    .formatted(remark, remark)),
            Reading.OPTIONS);

    assertThat(reading.visits()).hasSize(2);
    assertThat(reading.report().separator()).isEqualTo("commas");
  }

  @Test
  void a_slip_in_a_mapping_or_a_preset_is_named() throws IOException {
    Path mapping = folder.resolve("mapping");

    Files.writeString(mapping, "phone = Telefone\n");
    HistoryOptions slip = Reading.OPTIONS.withMapping(Mapping.read(mapping));
    assertThatThrownBy(() -> Reading.of(Reading.file("jobber.csv"), slip))
        .isInstanceOf(UnreadableHistory.class)
        .hasMessageContaining("phone = Telefone")
        .hasMessageContaining("Client phone");

    Files.writeString(mapping, "fone = Telephone\n");
    assertThatThrownBy(() -> Mapping.read(mapping)).hasMessageContaining("none of our fields");
    Files.writeString(mapping, "date: When\n");
    assertThatThrownBy(() -> Mapping.read(mapping)).hasMessageContaining("Line 1");
    HistoryOptions unknown = Reading.OPTIONS.withPreset("excel");
    assertThatThrownBy(() -> Reading.of(Reading.file("jobber.csv"), unknown))
        .isInstanceOf(UnreadableHistory.class)
        .hasMessageContaining("generic, quickbooks, jobber, housecall-pro");
  }

  @Test
  void two_of_one_name_who_have_nothing_in_common_are_taken_for_one_and_their_lines_are_said()
      throws IOException {
    Reading reading =
        Reading.of(
            text(
                "date,customer,technician,phone,email\n"
                    + "2025-01-10,Ann Lee,Ben Ortiz,802-555-0001,\n"
                    + "2025-02-10,Ann Lee,Ben Ortiz,,ann@example.com\n"),
            Reading.OPTIONS);

    assertThat(reading.customers()).hasSize(1);
    assertThat(reading.report().notes())
        .filteredOn(counted -> counted.note() == Note.JOINED)
        .singleElement()
        .satisfies(
            counted ->
                assertThat(counted.examples())
                    .containsExactly(
                        "line 2: Ann Lee, phone 8025550001; line 3: email ann@example.com"));
  }

  @Test
  void two_customers_of_one_name_stay_two_and_a_line_of_neither_is_listed() {
    Reading reading = Reading.of("two-of-one-name.csv");

    assertThat(reading.customers()).hasSize(2);
    assertThat(each(reading.customers(), "phone"))
        .containsExactly("(802) 555 0001", "802-555-0002");
    assertThat(reading.visits()).hasSize(4);
    assertThat(reading.report().sameName()).singleElement().asString().contains("802-555-0002");
    assertThat(reading.rejected())
        .singleElement()
        .asString()
        .startsWith("line 6: There are 2 customers of this name");
  }

  @Test
  void a_technician_spelt_three_ways_is_offered_as_probably_the_same_and_not_merged() {
    Reading reading = Reading.of("three-spellings.csv");

    assertThat(each(reading.technicians(), "name"))
        .containsExactly("Michael O'Brien", "Mike OBrien", "O'Brien, Michael", "Sara Kim");
    assertThat(reading.report().probablySame())
        .containsExactly(List.of("Michael O'Brien (2)", "Mike OBrien (1)", "O'Brien, Michael (1)"));
    assertThat(reading.report().sameTechnician())
        .contains("same-technician.Mike OBrien = Michael O'Brien");
    assertThat(reading.report().writtenDifferently()).hasSize(1);
  }

  @Test
  void visits_after_a_cancellation_are_kept_and_a_return_is_a_second_agreement() {
    Reading reading = Reading.of("cancelled-and-back.csv");

    assertThat(reading.agreements()).hasSize(4);
    String first = reading.agreements().get(0).get("externalId").asText();
    assertThat(each(reading.visitsOf("Ann Lee"), "agreementExternalId"))
        .containsExactly(first, first, first, first + ".2", first + ".2");
    assertThat(each(reading.cancellations(), "agreementExternalId")).containsExactly(first);
    assertThat(each(reading.cancellations(), "reason")).containsExactly("PRICE");
    assertThat(reading.counted(Note.VISIT_AFTER_CANCELLATION)).isOne();
    assertThat(reading.counted(Note.CAME_BACK)).isOne();
    assertThat(reading.counted(Note.CANCELLED_BEFORE_ANY_VISIT)).isOne();
    assertThat(reading.counted(Note.CANCELLED_IN_FUTURE)).isOne();
  }

  @Test
  void a_cancellation_in_a_line_that_is_no_visit_is_not_lost() {
    Reading reading = Reading.of("cancelled-by-a-line-of-its-own.csv");

    assertThat(reading.visits()).hasSize(2);
    assertThat(each(reading.cancellations(), "reason")).containsExactly("MOVED");
    assertThat(reading.counted(Note.CALLED_OFF)).isEqualTo(2);
    assertThat(reading.counted(Note.CANCELLED_BEFORE_ANY_VISIT)).isOne();
  }

  @Test
  void each_line_that_cannot_come_in_says_why_and_the_others_do() {
    Reading reading = Reading.of("typing-errors.csv");

    assertThat(reading.rejected())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("line 2: This is the year 2125"),
            line -> assertThat(line).startsWith("line 3: There is no date"),
            line -> assertThat(line).startsWith("line 4: This is no date"),
            line -> assertThat(line).startsWith("line 5: No customer is named"),
            line -> assertThat(line).startsWith("line 6: Nobody is named who came"),
            line -> assertThat(line).startsWith("line 7: This word is not known"),
            line -> assertThat(line).startsWith("line 9: The line has 11 cells"),
            line -> assertThat(line).startsWith("line 10: A quotation mark is opened"));
    assertThat(reading.counted(Note.TOTAL_LINE)).isOne();
    assertThat(each(reading.visits(), "scheduledAt"))
        .containsExactly("2025-04-10T16:00:00Z", "2025-04-13T16:00:00Z");
    assertThat(reading.counted(Note.CALLED_OFF)).isOne();
    assertThat(reading.counted(Note.STILL_PLANNED)).isOne();
    assertThat(reading.visits().get(0).has("changeReason")).isFalse();
    assertThat(reading.customers().get(0).has("phone")).isFalse();
  }

  @Test
  void a_file_that_is_one_endless_line_costs_no_more_memory_than_a_long_line() throws IOException {
    Path file = folder.resolve("endless.csv");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(
          "date,customer,technician\n2025-01-02,Ann Lee,Ben Ortiz\n"
              .getBytes(StandardCharsets.UTF_8));
      byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 20; i++) {
        out.write(block);
      }
    }

    Reading reading = Reading.of(file, Reading.OPTIONS);
    assertThat(reading.visits()).hasSize(1);
    assertThat(reading.rejected()).singleElement().asString().contains("longer than 64 KiB");
  }

  @Test
  void a_name_with_more_visits_than_anybody_has_is_a_collective_account() throws IOException {
    StringBuilder text = new StringBuilder("date,customer,technician,time\n");
    for (int i = 0; i < 20_003; i++) {
      text.append("2025-01-02,Cash,Ben Ortiz,%02d:%02d\n".formatted(i / 60 % 24, i % 60));
    }

    Reading reading = Reading.of(text(text.toString()), Reading.OPTIONS);

    assertThat(reading.report().rejectedCount()).isEqualTo(3);
    assertThat(reading.rejected().get(0)).contains("no single customer");
  }

  @Test
  void nothing_is_left_in_the_temporary_folder() throws IOException {
    Path kept;
    try (HistoryPlan plan =
        new HistoryReader(Reading.OPTIONS)
            .read(Reading.file("typing-errors.csv"), Progress.SILENT)) {
      kept = plan.rejectedLines();
      assertThat(Files.readString(kept)).startsWith("line,column,value,why").contains("\n2,");
    }
    assertThat(kept.getParent()).doesNotExist();
  }

  private Path text(String text) throws IOException {
    return Files.writeString(folder.resolve("history.csv"), text);
  }

  private static void assertRefused(Path file, String... words) {
    assertThatThrownBy(() -> Reading.of(file, Reading.OPTIONS))
        .isInstanceOf(UnreadableHistory.class)
        .message()
        .contains(words)
        .doesNotContain("\n");
  }
}
