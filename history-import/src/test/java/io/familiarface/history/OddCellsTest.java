package io.familiarface.history;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OddCellsTest {
  private static final int TIMES = 4;
  private static final List<String> ODD =
      List.of(
          "\"",
          "\\\"",
          ",",
          "\n",
          "\u0000",
          "=\"",
          "99999999999999999999",
          "24:00",
          "'",
          "\uD83D\uDE00",
          "\uD83D",
          "12/31/9999",
          "0000-00-00",
          "2025-04-07T10:00:00+18:00",
          "2025-04-07 10:00 +99:99",
          "1.2E+11",
          "#REF!",
          "5 \u00D7 3",
          "9".repeat(400),
          ".".repeat(2_000),
          "x".repeat(70_000));

  @TempDir Path folder;

  /** Only that a whole file can't be read may be said, and then in words. */
  @ParameterizedTest
  @MethodSource("files")
  void no_cell_and_no_line_ends_an_import(String name) throws IOException {
    Random random = new Random(name.hashCode());
    byte[] file = Files.readAllBytes(Reading.resource("/cases").resolve(name + ".csv"));
    for (int i = 0; i < TIMES; i++) {
      StringBuilder text = new StringBuilder(new String(file, StandardCharsets.UTF_8));
      String odd = ODD.get(random.nextInt(ODD.size()));
      text.insert(random.nextInt(text.length() + 1), odd);
      Path odder = Files.writeString(folder.resolve("odd.csv"), wellFormed(text));
      assertThatCode(() -> Outcomes.of(odder, Reading.OPTIONS))
          .as(text.toString())
          .doesNotThrowAnyException();
    }
  }

  private static String wellFormed(StringBuilder text) {
    return new String(text.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  static Stream<String> files() throws IOException {
    return CasesTest.files();
  }
}
