package io.familiarface.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.history.column.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files as companies bring them; what becomes of each stands in a text beside it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CasesTest {
  @ParameterizedTest
  @MethodSource("files")
  void a_file_as_a_company_brings_it_becomes_what_stands_beside_it(String name) throws IOException {
    assertThat(outcomes(name)).containsExactlyElementsOf(Files.readAllLines(beside(name, ".txt")));
  }

  static Stream<String> files() throws IOException {
    try (Stream<Path> all = Files.list(Reading.resource("/cases"))) {
      return all
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".csv"))
          .map(name -> name.substring(0, name.length() - ".csv".length()))
          .sorted()
          .toList()
          .stream();
    }
  }

  static List<String> outcomes(String name) throws IOException {
    Path mapping = beside(name, ".properties");
    HistoryOptions options =
        Files.exists(mapping)
            ? Reading.OPTIONS.withMapping(Mapping.read(mapping))
            : Reading.OPTIONS;
    return Outcomes.of(beside(name, ".csv"), options);
  }

  private static Path beside(String name, String ending) {
    return Reading.resource("/cases").resolve(name + ending);
  }
}
