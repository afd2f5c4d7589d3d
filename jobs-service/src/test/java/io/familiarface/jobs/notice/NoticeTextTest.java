package io.familiarface.jobs.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NoticeTextTest {
  private static final String MONDAY = "Monday 4 January 2027, 10:00";
  private static final String FRIDAY = "Friday 8 January 2027, 10:00";

  @Test
  void another_face_is_introduced_in_two_sentences() {
    NoticeText text =
        new NoticeText("Dorothy", "Ben", "Cleo", null, MONDAY, "Cleo keeps bees. Dogs like Cleo.");
    assertThat(text.subject()).isEqualTo("Who comes to you on " + MONDAY);
    assertThat(text.text())
        .isEqualTo(
            """
            Hello Dorothy,

            On Monday 4 January 2027, 10:00, Cleo comes to you in place of Ben. Cleo keeps bees. \
            Dogs like Cleo.

            If that doesn't suit you, please tell us: we will find another way.\
            """);
  }

  @Test
  void a_move_says_from_when_to_when_and_who_comes() {
    NoticeText text = new NoticeText("Dorothy", null, "Ben", MONDAY, FRIDAY, null);
    assertThat(text.subject()).isEqualTo("Your visit moves to " + FRIDAY);
    assertThat(text.text())
        .contains("Your visit of " + MONDAY + " moves to " + FRIDAY + ". Ben comes to you.");
  }

  @Test
  void what_nobody_knows_is_not_made_up() {
    assertThat(new NoticeText(null, "Ben", null, null, MONDAY, null).text())
        .startsWith("Hello,\n")
        .contains("We will tell you as soon as we know who comes.");
  }
}
