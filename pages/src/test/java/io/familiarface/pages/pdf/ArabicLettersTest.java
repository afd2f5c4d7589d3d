package io.familiarface.pages.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ArabicLettersTest {

  @ParameterizedTest
  @CsvSource({
    // Joined on both sides, and at the end to one that joins no further.
    "محمد, \uFEE3\uFEA4\uFEE4\uFEAA",
    // A dal is never joined to what comes after it.
    "داود, \uFEA9\uFE8D\uFEED\uFEA9",
    "نور, \uFEE7\uFEEE\uFEAD",
    // Lam and alef are one letter, alone and at the end of others.
    "لا, \uFEFB",
    "سلام, \uFEB3\uFEFC\uFEE1",
    // Persian and Urdu letters.
    "پگاه, \uFB58\uFB95\uFE8E\uFEE9"
  })
  void each_letter_has_the_form_of_its_place(String name, String joined) {
    assertThat(ArabicLetters.joined(name)).isEqualTo(joined);
  }

  @Test
  void a_word_ends_at_a_blank_and_at_other_scripts() {
    assertThat(ArabicLetters.joined("بب بب")).isEqualTo("\uFE91\uFE90 \uFE91\uFE90");
    assertThat(ArabicLetters.joined("بAب")).isEqualTo("\uFE8FA\uFE8F");
  }

  @Test
  void marks_stay_where_they_are_and_part_nothing() {
    assertThat(ArabicLetters.joined("مُحَ")).isEqualTo("\uFEE3\u064F\uFEA2\u064E");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Grace", "דוד (כהן)", "٣ ٤ ، ؟", "😀", "\u0640"})
  void what_has_no_arabic_letters_is_left_alone(String text) {
    assertThat(ArabicLetters.joined(text)).isEqualTo(text);
  }

  @Test
  void every_letter_that_has_forms_is_still_the_same_letter() {
    for (char letter = 0x0621; letter <= 0x06d3; letter++) {
      for (String word : new String[] {"%s", "%sب", "ب%s", "ب%sب"}) {
        String text = word.formatted(letter);
        assertThat(Normalizer.normalize(ArabicLetters.joined(text), Normalizer.Form.NFKC))
            .isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFKC));
      }
    }
  }
}
