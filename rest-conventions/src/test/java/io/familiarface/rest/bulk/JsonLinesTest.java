package io.familiarface.rest.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JsonLinesTest {
  private static List<LineSource.RawLine> lines(String file) throws IOException {
    var source =
        new JsonLines(
            new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), new ObjectMapper());
    List<LineSource.RawLine> lines = new ArrayList<>();
    for (var line = source.next(); line != null; line = source.next()) {
      lines.add(line);
    }
    return lines;
  }

  private static String object(int bytes) {
    return "{\"a\":\"" + "x".repeat(bytes - 8) + "\"}";
  }

  @Test
  void lines_of_any_length_are_read_whole() throws IOException {
    StringBuilder file = new StringBuilder();
    for (int bytes = 8; bytes < 2_000; bytes++) {
      file.append(object(bytes)).append('\n');
    }
    List<LineSource.RawLine> lines = lines(file.toString());
    assertThat(lines).hasSize(1_992);
    for (int n = 0; n < lines.size(); n++) {
      assertThat(lines.get(n).number()).isEqualTo(n + 1L);
      assertThat(lines.get(n).json().get("a").asText()).hasSize(n);
    }
  }

  @Test
  void a_line_that_is_too_long_costs_no_other() throws IOException {
    List<LineSource.RawLine> lines =
        lines(
            object(JsonLines.LONGEST)
                + "\n"
                + object(JsonLines.LONGEST + 1)
                + "\n\n"
                + object(3 * JsonLines.LONGEST)
                + "\n{}");
    assertThat(lines).extracting(LineSource.RawLine::number).containsExactly(1L, 2L, 4L, 5L);
    assertThat(lines)
        .extracting(line -> line.problem() == null)
        .containsExactly(true, false, false, true);
  }

  @Test
  void a_file_of_nothing_has_no_lines() throws IOException {
    assertThat(lines("")).isEmpty();
    assertThat(lines("\n \r\n\t")).isEmpty();
  }
}
