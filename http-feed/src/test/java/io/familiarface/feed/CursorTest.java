package io.familiarface.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CursorTest {
  private static final UUID ID = UUID.fromString("0190e0a5-3f7c-7c2e-9d7b-0d7b6c1f5a21");

  @Test
  void a_cursor_goes_over_the_wire_as_position_and_id_and_comes_back_the_same() {
    var cursor = new Cursor(1042, ID);

    assertThat(cursor).hasToString("0000000001042::0190e0a5-3f7c-7c2e-9d7b-0d7b6c1f5a21");
    assertThat(Cursor.parse(cursor.toString())).isEqualTo(cursor);
  }

  @Test
  void positions_may_outgrow_thirteen_digits() {
    var cursor = new Cursor(12_345_678_901_234L, ID);

    assertThat(Cursor.parse(cursor.toString())).isEqualTo(cursor);
  }

  @Test
  void no_cursor_is_the_start() {
    assertThat(Cursor.parse(null)).isEqualTo(Cursor.START);
    assertThat(Cursor.parse("")).isEqualTo(Cursor.START);
    assertThat(Cursor.START).hasToString("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "1042",
        "-000000000001::0190e0a5-3f7c-7c2e-9d7b-0d7b6c1f5a21",
        "0000000000000::0190e0a5-3f7c-7c2e-9d7b-0d7b6c1f5a21",
        "0000000001042:0190e0a5-3f7c-7c2e-9d7b-0d7b6c1f5a21",
        "0000000001042::0190e0a5-3f7c-7c2e-9d7b-0d7b6c1f5a2",
        "0000000001042::0190e0a5-3f7c-7c2e-9d7b-0d7b6c1f5a21 ",
        "99999999999999999999::0190e0a5-3f7c-7c2e-9d7b-0d7b6c1f5a21",
        "1; drop table feed::0190e0a5-3f7c-7c2e-9d7b-0d7b6c1f5a21"
      })
  void anything_else_is_malformed_and_says_what_to_pass(String text) {
    assertThatThrownBy(() -> Cursor.parse(text))
        .isInstanceOf(MalformedCursorException.class)
        .hasMessageContaining("is not the id of an event. Pass the id of the last event");
  }
}
