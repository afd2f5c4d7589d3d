package io.familiarface.history.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RejectedLinesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=cmd|' /C calc'!A1",
        "+1+cmd",
        "-2+3",
        "@SUM(A1:A9)",
        "\uFF1DHYPERLINK(A1)",
        "=HYPERLINK(\"http://elsewhere.example\",\"Ann\")"
      })
  void what_a_spreadsheet_would_calculate_stays_a_text_in_the_list_of_left_out_lines(String cell)
      throws IOException {
    Path file = folder.resolve("rejected.csv");
    try (RejectedLines lines = new RejectedLines(file)) {
      lines.add(new RejectedLine(7, cell, cell, cell));
    }
    String text = "\"'" + cell.replace("\"", "\"\"") + '"';
    assertThat(Files.readAllLines(file))
        .containsExactly("line,column,value,why", "7," + text + "," + text + "," + text);
  }
}
