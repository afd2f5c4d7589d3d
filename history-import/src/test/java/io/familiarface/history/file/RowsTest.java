package io.familiarface.history.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RowsTest {
  @Test
  void cells_are_taken_apart_as_spreadsheets_write_them_and_a_blank_in_front_stays()
      throws IOException {
    assertThat(rows("a,\"b, c\",\"say \"\"hi\"\"\",,  d  \n").get(0).cells())
        .containsExactly("a", "b, c", "say \"hi\"", "", "  d");
  }

  @Test
  void a_row_that_goes_over_lines_has_the_number_of_its_first() throws IOException {
    List<Row> rows = rows("a\r\n\"two\r\nlines\",b\r\nc\r\n");

    assertThat(rows).extracting(Row::line).containsExactly(1L, 2L, 4L);
    assertThat(rows.get(1).cells()).containsExactly("two\nlines", "b");
  }

  @Test
  void a_quotation_mark_that_a_later_line_seems_to_close_costs_its_own_line_only()
      throws IOException {
    List<Row> rows = rows("a,\"b\nc,d\ne,\"f\"\n");

    assertThat(rows.get(0).isReadable()).isFalse();
    assertThat(rows.get(1).cells()).containsExactly("c", "d");
    assertThat(rows.get(2).cells()).containsExactly("e", "f");
  }

  @Test
  void every_way_to_end_a_line() throws IOException {
    assertThat(rows("a\nb\r\nc\rd"))
        .extracting(row -> row.cell(0))
        .containsExactly("a", "b", "c", "d");
  }

  @Test
  void a_quotation_mark_that_is_never_closed_costs_one_line() throws IOException {
    List<Row> rows = rows("a\n\"b\n" + "c\n".repeat(200));

    assertThat(rows).hasSize(202);
    assertThat(rows.get(1).isReadable()).isFalse();
    assertThat(rows.get(2).cells()).containsExactly("c");
    assertThat(rows.get(201).line()).isEqualTo(202);
  }

  @Test
  void a_line_longer_than_the_limit_is_one_unreadable_row() throws IOException {
    List<Row> rows = rows("a\n" + "x".repeat(PhysicalLines.LONGEST + 1) + "\nb\n");

    assertThat(rows).extracting(Row::isReadable).containsExactly(true, false, true);
  }

  @Test
  void the_separator_is_the_one_by_which_the_lines_fall_into_columns() {
    assertThat(
            Separator.byLikelihood(List.of("Datum;Kunde;Preis", "1.2.2025;Ann Lee;89,00")).get(0))
        .isEqualTo(Separator.SEMICOLON);
    assertThat(Separator.byLikelihood(List.of("date\tcustomer", "2025-01-01\tLee, Ann")).get(0))
        .isEqualTo(Separator.TAB);
    assertThat(
            Separator.byLikelihood(
                    List.of("Our export; of today", "date,customer,tech", "a,\"b;c\",d"))
                .get(0))
        .isEqualTo(Separator.COMMA);
  }

  private static List<Row> rows(String text) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (Rows in = new Rows(new PhysicalLines(new StringReader(text)), ',')) {
      for (Row row = in.next(); row != null; row = in.next()) {
        rows.add(row);
      }
    }
    return rows;
  }
}
