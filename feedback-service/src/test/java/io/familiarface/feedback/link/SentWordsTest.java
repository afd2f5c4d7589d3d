package io.familiarface.feedback.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SentWordsTest {

  @Test
  void an_emptied_field_on_the_newest_page_takes_the_words_out() {
    assertThat(sent("", "Nobody came.").over("Nobody came.")).isNull();
  }

  @Test
  void an_empty_field_of_an_older_page_takes_nothing_back() {
    assertThat(sent("", null).over("Nobody came.")).isEqualTo("Nobody came.");
    assertThat(sent("", "Nobody").over("Nobody came.")).isEqualTo("Nobody came.");
  }

  @Test
  void words_that_an_older_page_shows_do_not_come_back_with_a_tap() {
    assertThat(sent("Nobody came.", "Nobody came.").over("They came late."))
        .isEqualTo("They came late.");
    assertThat(sent("Nobody came.", "Nobody came.").over(null)).isNull();
  }

  @Test
  void what_is_written_on_two_pages_at_a_time_is_kept_and_once_only() {
    SentWords second = sent("The mice are back.", null);
    assertThat(second.over("Nobody came.")).isEqualTo("Nobody came.\n\nThe mice are back.");
    assertThat(second.over(second.over("Nobody came."))).isEqualTo(second.over("Nobody came."));
  }

  @Test
  void where_nobody_knows_what_the_field_showed_newer_words_stand_and_empty_ones_do_not() {
    assertThat(new SentWords("Late.", "").over("Nobody came.")).isEqualTo("Late.");
    assertThat(new SentWords("", "").over("Nobody came.")).isEqualTo("Nobody came.");
    assertThat(SentWords.NONE.over("Nobody came.")).isEqualTo("Nobody came.");
  }

  /** Several pages of one link, opened and sent in any order. */
  @Property
  void no_page_takes_back_what_it_did_not_show_and_what_is_written_stands(
      @ForAll("visits") List<Visit> visits) {
    String stored = null;
    List<String> shown = new ArrayList<>(List.of("", "", ""));
    for (Visit visit : visits) {
      String onPage = shown.get(visit.page);
      if (visit.opens) {
        shown.set(visit.page, stored == null ? "" : stored);
        continue;
      }
      String sent = visit.words == null ? onPage : visit.words;
      String after = sent(sent, onPage).over(stored);
      if (sent.equals(onPage)) {
        assertThat(after).isEqualTo(stored);
      } else if (!sent.isEmpty()) {
        assertThat(after).contains(sent);
      }
      if (stored != null && !onPage.equals(stored)) {
        assertThat(after).contains(stored);
      }
      if (sent.isEmpty() && onPage.equals(stored)) {
        assertThat(after).isNull();
      }
      stored = after;
    }
  }

  /**
   * @param opens whether the page is loaded anew; else its form is sent
   * @param words what is in the field then; null for what the page showed
   */
  record Visit(int page, boolean opens, String words) {}

  @Provide
  Arbitrary<List<Visit>> visits() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 2),
            Arbitraries.of(true, false),
            Arbitraries.of("", "Late.", "Mice.", "Who comes?").injectNull(0.3))
        .as(Visit::new)
        .list()
        .ofMaxSize(12);
  }

  private static SentWords sent(String words, String shown) {
    return new SentWords(words, SentWords.mark(shown));
  }
}
