package io.familiarface.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.history.report.Note;
import io.familiarface.history.value.DateOrder;
import io.familiarface.history.value.Dates;
import io.familiarface.history.value.Outcome;
import io.familiarface.history.value.Text;
import io.familiarface.history.value.Words;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Single cells, rows, headers and encodings as the world has them, each with what is right. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KindsTest {
  private static final LocalDate DAY = LocalDate.of(2025, 4, 3);
  private static final String HEADER = "date,customer,technician";
  private static final HistoryOptions OPTIONS = Reading.OPTIONS.withDateFormat("MM/dd/yyyy");
  private static final Dates DATES = new Dates(DateOrder.MONTH_DAY_YEAR, OPTIONS.zone());
  private static final Pattern ESCAPED = Pattern.compile("\\\\u(\\p{XDigit}{4})");

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("cells")
  void a_cell_is_understood_as_it_is_meant(String line) throws IOException {
    int first = line.indexOf(" | ");
    int last = line.lastIndexOf(" | ");
    String cell = line.substring(first + 3, last);
    assertThat(understood(line.substring(0, first), cell)).isEqualTo(line.substring(last + 3));
  }

  static Stream<String> cells() throws IOException {
    return Files.readAllLines(Reading.resource("/cells.txt")).stream()
        .map(
            line ->
                ESCAPED
                    .matcher(line)
                    .replaceAll(
                        it ->
                            Matcher.quoteReplacement(
                                Character.toString(Integer.parseInt(it.group(1), 16)))));
  }

  private String understood(String kind, String cell) throws IOException {
    return switch (kind) {
      case "time" -> time(DATES.read(DAY, Text.tidy(cell)));
      case "status" -> status(cell);
      case "date" -> date(read(HEADER, cell, "Ann Lee", "Ben Ortiz"), cell);
      case "technicians" -> technicians(cell);
      case "price", "phone", "email" ->
          contact(read(HEADER + "," + kind, "2025-04-03", "Ann Lee", "Ben Ortiz", cell), kind);
      case "customers" -> customers(cell.split(" = "));
      case "customer" ->
          read(HEADER, "2025-04-03", cell, "Ben Ortiz").customers().isEmpty() ? "refused" : "kept";
      case "ids" -> refusedIds(cell.split(";"));
      case "flag" -> flag(cell.split("=", 2));
      case "row" -> row(cell.split(";", -1));
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static String time(Dates.Moment moment) {
    if (moment == null) {
      return "-";
    }
    return (moment.day().equals(DAY) ? "" : moment.day() + "T") + moment.time();
  }

  private static String status(String cell) {
    return new Words().outcome.read(Text.tidy(cell)).map(KindsTest::letter).orElse("?");
  }

  private static String letter(Outcome outcome) {
    return switch (outcome) {
      case COMPLETED -> "C";
      case CALLED_OFF -> "X";
      case PLANNED -> "P";
      default -> "M";
    };
  }

  private static String date(Reading reading, String cell) {
    if (reading.visits().isEmpty()) {
      return "-";
    }
    Dates.Moment read = DATES.read(Text.tidy(cell));
    String at =
        Instant.parse(reading.visits().get(0).get("scheduledAt").asText())
            .atZone(OPTIONS.zone())
            .toLocalDateTime()
            .toString();
    return read.time() == null ? at.substring(0, "2025-04-03".length()) : at;
  }

  private String technicians(String cell) throws IOException {
    Reading reading = read(HEADER, "2025-04-03", "Ann Lee", cell);
    return reading.visits().isEmpty()
        ? "nobody"
        : reading.technicians().stream()
            .map(it -> it.get("name").asText())
            .collect(Collectors.joining("; "));
  }

  private static String contact(Reading reading, String kind) {
    JsonNode value =
        kind.equals("price")
            ? reading.agreements().get(0).path(kind)
            : reading.customers().get(0).path(kind);
    return value.isMissingNode() || value.isNull() ? "-" : value.asText();
  }

  private String customers(String[] names) throws IOException {
    Reading reading = read(HEADER, "2025-04-03", names[0], "Ben", "2025-05-03", names[1], "Ben");
    return reading.customers().size() == 1 ? "same" : "two";
  }

  private String refusedIds(String[] ids) throws IOException {
    Reading reading =
        read(
            HEADER + ",customer id",
            Stream.of(0, 1, 2)
                .flatMap(i -> Stream.of("2025-04-03", "Customer " + i, "Ben Ortiz", ids[i]))
                .toArray(String[]::new));
    long refused = reading.report().rejectedCount();
    assertThat(reading.customers()).as("nobody is merged").hasSize(3 - (int) refused);
    return Long.toString(refused);
  }

  private String flag(String[] flag) throws IOException {
    Reading reading = read(HEADER + "," + flag[0], "2025-04-03", "Ann Lee", "Ben", flag[1]);
    if (!reading.visits().isEmpty()) {
      return reading.visits().get(0).get("outcome").asText().equals("COMPLETED") ? "C" : "M";
    }
    if (reading.counted(Note.CALLED_OFF) > 0) {
      return "X";
    }
    return reading.counted(Note.STILL_PLANNED) > 0 ? "P" : "N";
  }

  private String row(String[] cells) throws IOException {
    String[] good = {"04/07/2025", "Ann Lee", "Ben Ortiz", "89"};
    Reading reading =
        read(
            HEADER + ",price",
            Stream.concat(Stream.of(good), Stream.of(cells)).toArray(String[]::new));
    if (reading.visits().size() > 1) {
      return "visit";
    }
    return reading.counted(Note.TOTAL_LINE) > 0
        ? "total"
        : reading.counted(Note.ASIDE) > 0 ? "aside" : "rejected";
  }

  private Reading read(String header, String... cells) throws IOException {
    int columns = header.split(",").length;
    StringBuilder text = new StringBuilder(header).append('\n');
    for (int i = 0; i < cells.length; i++) {
      boolean quoted = !cells[i].isEmpty() && !cells[i].startsWith("=\"");
      text.append(quoted ? '"' + cells[i].replace("\"", "\"\"") + '"' : cells[i])
          .append((i + 1) % columns == 0 ? '\n' : ',');
    }
    return Reading.of(Files.writeString(folder.resolve("cells.csv"), text), OPTIONS);
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void a_layout_is_recognised(String line) throws IOException {
    String[] parts = line.split(" ;; ");
    Path file =
        Files.writeString(
            folder.resolve("layout.csv"), parts[0] + "\n" + parts[1].replace("~", "\n") + "\n");
    assertThat(String.join("\n", Outcomes.of(file, OPTIONS))).contains(parts[2].split(" & "));
  }

  static Stream<String> layouts() throws IOException {
    return Files.readAllLines(Reading.resource("/layouts.txt")).stream();
  }

  /** A pattern that tries all beginnings of a text would take hours for one of them. */
  @ParameterizedTest
  @CsvSource({"status,completed ", "technician,Ben <@", "price,$", "phone,8", "date,4/3/2025 "})
  void a_cell_of_64_thousand_letters_takes_no_longer_than_others(String column, String start)
      throws IOException {
    StringBuilder text = new StringBuilder(HEADER + ",status,price,phone\n");
    for (String sign : List.of("a", "@", " a", "1", "(", "-", "<", "/")) {
      String cell = '"' + start + sign.repeat(60_000 / sign.length()) + '"';
      text.append(column.equals("date") ? cell : "2025-04-03").append(",Ann Lee,");
      text.append(column.equals("technician") ? cell : "Ben Ortiz");
      for (String other : List.of("status", "price", "phone")) {
        text.append(',').append(column.equals(other) ? cell : "");
      }
      text.append('\n');
    }
    Path file = Files.writeString(folder.resolve("long.csv"), text);
    assertThat(Reading.of(file, OPTIONS).report().rows()).isEqualTo(8);
  }

  /** Single bytes of DOS that are letters on a Mac as well can't be told apart in every file. */
  @ParameterizedTest
  @CsvSource({
    "windows-1252, Latin-1 (Windows-1252)",
    "x-MacRoman, Mac Roman",
    "IBM850, DOS (code page 850)",
    "IBM437, DOS (code page 437)"
  })
  void letters_of_older_systems_are_read(String charset, String name) throws IOException {
    for (String customer :
        List.of("Jos\u00E9 N\u00FA\u00F1ez", "J\u00FCrgen Gro\u00DF", "Ren\u00E9e Dupr\u00E9")) {
      Path file = folder.resolve("letters.csv");
      Files.write(
          file,
          (HEADER + "\n2025-04-03," + customer + ",Ben Ortiz\n")
              .getBytes(Charset.forName(charset)));
      Reading reading = Reading.of(file, OPTIONS);
      assertThat(reading.customers().get(0).get("name").asText()).isEqualTo(customer);
      assertThat(reading.report().encoding()).isIn(name, "DOS (code page 850)");
    }
  }
}
