package io.familiarface.rest.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TextsTest {

  @Test
  void a_text_in_which_nobody_sees_anything_is_the_empty_one() {
    assertThat(Texts.require(" \u00A0 \u200B ")).isEmpty();
    assertThat(Texts.require("\u2003\u2060")).isEmpty();
    assertThat(Texts.require("  ")).isEqualTo("  ");
    assertThat(Texts.require(" \u00A0x\u200B")).isEqualTo(" \u00A0x\u200B");
  }

  @Test
  void only_line_breaks_and_tabs_are_taken_of_all_control_characters() {
    for (char c = 0; c < 0xA0; c++) {
      boolean control = c < ' ' || c >= 0x7F;
      boolean taken = !control || c == '\n' || c == '\r' || c == '\t';
      assertThat(Texts.fault("a" + c + "b").isEmpty()).as("U+%04X", (int) c).isEqualTo(taken);
    }
  }

  @Test
  void half_a_character_is_no_text_wherever_it_stands() {
    for (String half : new String[] {"\ud83d", "\ude00", "a\ud83d", "\ude00a", "\ude00\ud83d"}) {
      assertThat(Texts.fault(half)).get().asString().contains("half a character");
      assertThat(Texts.shown(half)).doesNotContain("\ud83d", "\ude00").contains("\uFFFD");
    }
    assertThat(Texts.fault("\ud83d\ude00")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "` Ann  Lee\\u00a0`,Ann Lee",
        "Ann \\u200b Lee,Ann Lee",
        "Zoe\\u0308,Zo\\u00eb",
        "A\\u200bnn\\ufeff,Ann",
        "An\\u00adn\\u200d,Ann",
        "\\u202aAnn\\u202c,Ann",
        "Ann\\u2003Lee,Ann Lee",
        "Ann\tLee,Ann Lee",
        "\\u0645\\u06cc\\u200c\\u0645,\\u0645\\u06cc\\u200c\\u0645",
        "\\ud83d\\udc69\\u200d\\ud83d\\udd27,\\ud83d\\udc69\\u200d\\ud83d\\udd27"
      })
  void a_name_is_mended_where_the_eye_sees_no_difference(String given, String kept) {
    assertThat(Texts.name(read(given))).isEqualTo(read(kept));
  }

  private static String read(String escaped) {
    return java.util.regex.Pattern.compile("\\\\u([0-9a-f]{4})")
        .matcher(escaped)
        .replaceAll(found -> String.valueOf((char) Integer.parseInt(found.group(1), 16)));
  }

  @Test
  void an_external_id_is_composed_or_refused_but_never_mended() {
    assertThat(Texts.externalId("e\u0301-1")).isEqualTo("\u00e9-1");
    assertThat(Texts.externalId("A 1")).isEqualTo("A 1");
    for (String no : new String[] {" a", "a ", "a\u00a0b", "a\u200bb", "a\nb", "a\u0000b"}) {
      assertThatIllegalArgumentException().isThrownBy(() -> Texts.externalId(no));
    }
  }
}
