package io.familiarface.rest.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.CRC32C;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CursorTest {
  private static final String SCOPE = "/v1/notes";

  private static Key sent(Object... parts) {
    return Cursor.read(Cursor.write(Key.of(parts), SCOPE), SCOPE);
  }

  private static void refused(ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            HttpProblem.class, problem -> assertThat(problem.getStatusCode()).isEqualTo(400));
  }

  @Test
  void whatever_stands_in_a_part_comes_back() {
    for (String name : new String[] {"", ".", "a.b", "a\nb", "Zoë 😀", "null", "=", "\t"}) {
      assertThat(sent(name, 7).parts()).containsExactly(name, "7");
    }
  }

  @Test
  void parts_are_read_as_what_they_were_written_from() {
    UUID id = UUID.randomUUID();
    Instant at = Instant.parse("2025-01-06T09:00:00.123456Z");
    Key key = sent(id, at, LocalDate.of(2025, 1, 6), true, 42L, 0.125, 1e-300);
    assertThat(key.uuid(0)).isEqualTo(id);
    assertThat(key.instant(1)).isEqualTo(at);
    assertThat(key.date(2)).isEqualTo(LocalDate.of(2025, 1, 6));
    assertThat(key.flag(3)).isTrue();
    assertThat(key.whole(4)).isEqualTo(42);
    assertThat(key.number(5)).isEqualTo(0.125);
    assertThat(key.number(6)).isEqualTo(1e-300);
  }

  @Test
  void a_part_that_was_tampered_with_is_refused_though_the_checksum_is_right() {
    for (String no :
        new String[] {"", "x", "null", "1e999999999", "NaN", "-Infinity", "99999999999999999999"}) {
      for (Function<Key, Object> as :
          java.util.List.<Function<Key, Object>>of(
              key -> key.uuid(0),
              key -> key.instant(0),
              key -> key.date(0),
              key -> key.flag(0),
              key -> key.whole(0))) {
        refused(() -> as.apply(sent(no)));
      }
    }
    for (String no : new String[] {"", "x", "1e999999999", "NaN", "Infinity"}) {
      refused(() -> sent(no).number(0));
    }
    refused(() -> sent("+1000000000-12-31T23:59:59Z").instant(0));
    refused(() -> sent("a").text(1));
  }

  @Test
  void a_part_that_is_no_text_is_refused() {
    refused(() -> sent("a\u0000b"));
    String halfOfALetter = Base64.getUrlEncoder().encodeToString(new byte[] {(byte) 0xC3});
    String text = halfOfALetter.replace("=", "");
    CRC32C crc = new CRC32C();
    crc.update((SCOPE + '\n' + text).getBytes(StandardCharsets.UTF_8));
    refused(() -> Cursor.read(Long.toHexString(crc.getValue()) + "." + text, SCOPE));
  }

  @Test
  void a_row_that_is_older_than_the_guard_of_texts_does_not_end_its_list() {
    for (String name : new String[] {"a\u001fb", "\u0001", "\u007f", "\u200b"}) {
      assertThat(sent(name, 7).parts()).containsExactly(name, "7");
    }
  }

  @Test
  void a_cursor_of_another_list_or_none_at_all_is_refused() {
    String cursor = Cursor.write(Key.of("a"), SCOPE);
    refused(() -> Cursor.read(cursor, "/v1/others"));
    for (String none : new String[] {"", ".", "a", "\u0000", cursor + "=", cursor + ".", "é.é"}) {
      refused(() -> Cursor.read(none, SCOPE));
    }
  }
}
