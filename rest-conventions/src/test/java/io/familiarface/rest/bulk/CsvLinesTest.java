package io.familiarface.rest.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CsvLinesTest {
  @Test
  void a_bad_quotation_mark_costs_one_line() throws IOException {
    assertThat(
            lines(
                """
                id,name
                1,Ann Lee
                2,"Ann" Lee
                3,Bob Ray
                4,5" Pipe Co
                5,"never closed
                6,5\"\" Pipe Co
                7,"two
                lines"
                8,"say ""hi\"""
                """))
        .containsExactly(
            "2 {\"id\":\"1\",\"name\":\"Ann Lee\"}",
            "3 rejected",
            "4 {\"id\":\"3\",\"name\":\"Bob Ray\"}",
            "5 {\"id\":\"4\",\"name\":\"5\\\" Pipe Co\"}",
            "6 rejected",
            "7 {\"id\":\"6\",\"name\":\"5\\\"\\\" Pipe Co\"}",
            "8 {\"id\":\"7\",\"name\":\"two\\nlines\"}",
            "10 {\"id\":\"8\",\"name\":\"say \\\"hi\\\"\"}");
  }

  @Test
  void a_mark_that_is_never_closed_in_line_900_000_costs_that_line_alone() throws IOException {
    int bad = 900_000;
    Iterator<String> file =
        IntStream.rangeClosed(1, bad + 1_000)
            .mapToObj(n -> n == 1 ? "id,name" : n == bad ? n + ",\"never closed" : n + ",Ann")
            .iterator();
    var source = new CsvLines(new LineStream(file), StandardCharsets.UTF_8);
    long expected = 2;
    for (var line = source.next(); line != null; line = source.next()) {
      assertThat(line.number()).isEqualTo(expected++);
      if (line.number() == bad) {
        assertThat(line.problem().getDetail()).contains("never closed");
      } else {
        assertThat(line.json().path("id").asLong()).isEqualTo(line.number());
      }
    }
    assertThat(expected).isEqualTo(bad + 1_001);
  }

  /** A file that is made while it is read. */
  private static final class LineStream extends InputStream {
    private final Iterator<String> lines;
    private byte[] line = {};
    private int at;

    LineStream(Iterator<String> lines) {
      this.lines = lines;
    }

    @Override
    public int read() {
      if (at == line.length) {
        if (!lines.hasNext()) {
          return -1;
        }
        line = (lines.next() + "\n").getBytes(StandardCharsets.UTF_8);
        at = 0;
      }
      return line[at++];
    }
  }

  @Test
  void a_line_without_end_costs_itself() throws IOException {
    assertThat(lines("id,name\n1," + "x".repeat(200_000) + "\n2,Ann\n"))
        .containsExactly("2 rejected", "3 {\"id\":\"2\",\"name\":\"Ann\"}");
  }

  @Test
  void a_record_of_more_lines_than_a_table_has_is_a_mark_that_was_forgotten() throws IOException {
    assertThat(lines("id,name\n1,\"a\n" + "2,b\n".repeat(200) + "3,\"c\"\n"))
        .hasSize(202)
        .startsWith("2 rejected", "3 {\"id\":\"2\",\"name\":\"b\"}");
  }

  @Test
  void bytes_that_are_no_text_in_the_charset_are_never_letters() throws IOException {
    byte[] file = "id,name\n1,Zo\u00EB\n2,Ann\n".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(lines(file, StandardCharsets.UTF_8))
        .containsExactly("2 rejected", "3 {\"id\":\"2\",\"name\":\"Ann\"}");
    assertThat(lines(file, Charset.forName("windows-1252")))
        .startsWith("2 {\"id\":\"1\",\"name\":\"Zo\u00EB\"}");
  }

  @Test
  void a_file_of_another_charset_is_refused_as_a_whole_and_read_where_it_is_named()
      throws IOException {
    for (Charset charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
      byte[] file = "id,name\n1,Ann\n".getBytes(charset);
      assertThatThrownBy(() -> lines(file, StandardCharsets.UTF_8))
          .isInstanceOfSatisfying(
              HttpProblem.class,
              problem -> assertThat(problem.getDetail()).contains("name its charset"));
      assertThat(lines(file, charset)).containsExactly("2 {\"id\":\"1\",\"name\":\"Ann\"}");
    }
  }

  @ParameterizedTest
  @MethodSource
  void a_header_that_names_no_fields_is_refused(String header, String why) {
    assertThatThrownBy(() -> lines(header + "\n1,2\n"))
        .isInstanceOfSatisfying(
            HttpProblem.class,
            problem -> {
              assertThat(problem.getStatusCode()).isEqualTo(400);
              assertThat(problem.getDetail()).contains(why);
            });
  }

  static Stream<Arguments> a_header_that_names_no_fields_is_refused() {
    return Stream.of(
        Arguments.of("a,a.b", "\"a\" is a value, and \"a.b\" a part of it"),
        Arguments.of("a.b.c,a.b", "\"a.b\" is a value"),
        Arguments.of(".", "\".\" is no field"),
        Arguments.of("a.", "\"a.\" is no field"),
        Arguments.of("a..b", "is no field"),
        Arguments.of(".".repeat(15_000), "is no field"),
        Arguments.of("a" + ".a".repeat(15_000), "is no field"),
        Arguments.of("id,\"name", "never closed"),
        Arguments.of("id,\"na\"me", "quotation mark"),
        Arguments.of("id,name,name", "\"name\" stands there twice"),
        Arguments.of("id,name,", "column 3 has no name"),
        Arguments.of("\uFEFFid;name;kind", "semicolons"),
        Arguments.of("id\tname", "tabs"),
        Arguments.of("x".repeat(100_000), "64 KiB"));
  }

  private static List<String> lines(String text) throws IOException {
    return lines(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static List<String> lines(byte[] file, Charset charset) throws IOException {
    LineSource source = new CsvLines(new ByteArrayInputStream(file), charset);
    List<String> lines = new ArrayList<>();
    for (var line = source.next(); line != null; line = source.next()) {
      lines.add(line.number() + " " + (line.problem() == null ? line.json() : "rejected"));
    }
    return lines;
  }
}
