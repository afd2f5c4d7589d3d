package io.familiarface.feedback.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SentFormTest {

  @Test
  void what_a_browser_sends_is_read() {
    SentForm form = SentForm.read("csat=4&words=Fine%2C+thanks%0D%0A%F0%9F%90%AD&callMe=true");
    assertThat(form.number("csat", 1, 5)).isEqualTo(4);
    assertThat(form.words("words")).isEqualTo("Fine, thanks\n🐭");
    assertThat(form.ticked("callMe")).isTrue();
  }

  @Test
  void what_was_not_sent_is_told_from_what_is_empty() {
    SentForm form = SentForm.read("words=&callMe=false");
    assertThat(form.number("csat", 1, 5)).isNull();
    assertThat(form.words("words")).isEmpty();
    assertThat(SentForm.read("").words("words")).isNull();
    assertThat(form.ticked("callMe")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"csat=11", "csat=0", "csat=-1", "csat=4.5", "csat=99999999999", "csat=x"})
  void a_mark_that_is_none_is_refused(String body) {
    assertThatThrownBy(() -> SentForm.read(body).number("csat", 1, 5))
        .isInstanceOf(SentForm.Refused.class)
        .hasMessageContaining("from 1 to 5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"words=%00", "words=%ED%A0%80%00", "words=%1B"})
  void what_is_no_text_is_refused(String body) {
    assertThatThrownBy(() -> SentForm.read(body).words("words"))
        .isInstanceOf(SentForm.Refused.class);
  }

  @Test
  void what_was_refused_can_be_shown_again() {
    assertThat(SentForm.read("words=Who%00+comes%0D%0A%3F").written("words"))
        .isEqualTo("Who\uFFFD comes\n?");
    assertThat(SentForm.read("words=" + "a".repeat(4001)).written("words")).hasSize(4001);
    assertThat(SentForm.EMPTY.written("words")).isEmpty();
  }

  @Test
  void a_body_that_is_no_form_and_words_without_end_are_refused() {
    assertThatThrownBy(() -> SentForm.read("words=%zz")).isInstanceOf(SentForm.Refused.class);
    assertThatThrownBy(() -> SentForm.read("words=" + "a".repeat(4001)).words("words"))
        .isInstanceOf(SentForm.Refused.class)
        .hasMessageContaining("4,000");
  }
}
