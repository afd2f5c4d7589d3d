package io.familiarface.jobs.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NoticeTest {
  private static final Instant VISIT = Instant.parse("2025-04-07T14:00:00Z");
  private static final Instant BEFORE = VISIT.minusSeconds(3600);
  private static final Instant AFTER = VISIT.plusSeconds(3600);

  @Test
  void what_nobody_said_is_unknown_and_not_no() {
    assertThat(Notice.UNKNOWN.toldBefore(VISIT)).isNull();
    assertThat(Notice.UNKNOWN.introducedBefore(VISIT)).isNull();
  }

  @Test
  void no_is_no_only_when_it_was_stated() {
    assertThat(new Notice(false, null, false, null).toldBefore(VISIT)).isFalse();
    assertThat(new Notice(false, null, false, null).introducedBefore(VISIT)).isFalse();
  }

  @Test
  void told_counts_only_before_the_visit() {
    assertThat(new Notice(null, BEFORE, null, AFTER).toldBefore(VISIT)).isTrue();
    assertThat(new Notice(null, BEFORE, null, AFTER).introducedBefore(VISIT)).isFalse();
  }

  @Test
  void whoever_says_their_name_at_the_door_was_not_introduced_before() {
    Notice atTheDoor = new Notice(null, VISIT, null, VISIT);
    assertThat(atTheDoor.toldBefore(VISIT)).isFalse();
    assertThat(atTheDoor.introducedBefore(VISIT)).isFalse();
  }

  @Test
  void told_later_replaces_not_told() {
    Notice notice = new Notice(false, null, false, null).and(BEFORE, null);
    assertThat(notice.toldBefore(VISIT)).isTrue();
    assertThat(notice.introducedBefore(VISIT)).isFalse();
  }

  @Test
  void not_told_and_told_at_ten_contradict_each_other() {
    assertThatThrownBy(() -> new Notice(false, BEFORE, null, null))
        .hasMessageContaining("customerToldAt");
  }
}
