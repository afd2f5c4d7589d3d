package io.familiarface.history.column;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.history.Reading;
import io.familiarface.history.file.Row;
import io.familiarface.history.file.TextFile;
import io.familiarface.history.file.UnreadableHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The headers of the exports that companies bring; what becomes of each stands in shapes.txt. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShapesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("exports")
  void a_header_is_recognised_or_refused_with_what_is_missing(String export, String columns)
      throws IOException {
    assertThat(Files.readAllLines(Reading.resource("/shapes.txt")))
        .contains(export + ": " + outcome(folder, columns));
  }

  static Stream<String[]> exports() throws IOException {
    List<String[]> exports = new ArrayList<>();
    TextFile file = TextFile.waysToRead(Reading.resource("/shapes.csv")).get(0);
    try (TextFile.OpenFile rows = file.open()) {
      rows.next();
      for (Row row = rows.next(); row != null; row = rows.next()) {
        exports.add(new String[] {row.cell(0) + ", " + row.cell(1), row.cell(3)});
      }
    }
    return exports.stream();
  }

  private static String outcome(Path folder, String columns) throws IOException {
    String header =
        Arrays.stream(columns.split("\\|"))
            .map(String::strip)
            .map(name -> name.equals("(empty)") ? "" : name)
            .map(name -> '"' + name + '"')
            .collect(Collectors.joining(","));
    Path file = Files.writeString(folder.resolve("export.csv"), header + "\n");
    try {
      Layout layout =
          new HeaderFinder(Optional.empty(), Mapping.none()).find(TextFile.waysToRead(file).get(0));
      return layout.preset()
          + layout.columns().entrySet().stream()
              .map(it -> it.getKey().label() + " = " + layout.headers().get(it.getValue()))
              .collect(Collectors.joining("; ", " (", ")"));
    } catch (UnreadableHistory e) {
      return e.getMessage()
          .replaceFirst("(?s)[.:] [Ll]ine 1 has the columns .*\\. (?=Say|Export)", ". ");
    }
  }

  /** Writes them all, to be compared by hand before they are kept. */
  public static void main(String[] file) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String[] export : exports().toList()) {
      lines.add(export[0] + ": " + outcome(Files.createTempDirectory("shapes"), export[1]));
    }
    Files.write(Path.of(file[0]), lines);
  }
}
