package io.familiarface.feedback.flag;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.feedback.flag.FlagReportCard.Count;
import io.familiarface.feedback.flag.FlagReportCard.Grade;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlagReportCardTest {
  private static final Instant SINCE = Instant.parse("2025-01-06T09:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-01-06T09:00:00Z");

  @Test
  void precision_counts_those_old_enough_and_says_apart_what_happened_where_nobody_called() {
    FlagReportCard card =
        card(
            new Count(
                null, FlagDeed.NOTHING, 10, 6, 2, 8, 6, List.of(5, 10, 20, 30, 40, 50), List.of()),
            new Count(null, FlagDeed.ACKNOWLEDGED, 3, 1, 1, 2, 1, List.of(60), List.of(2)),
            new Count(null, FlagDeed.ACTED, 12, 1, 9, 10, 1, List.of(70), List.of(4)));
    Grade all = card.all();
    assertThat(all.raised()).isEqualTo(25);
    assertThat(all.open()).isEqualTo(5);
    assertThat(all.judged()).isEqualTo(20);
    assertThat(all.precision()).isEqualByComparingTo("0.4");
    assertThat(all.precisionInterval().from())
        .isBetween(new BigDecimal("0.21"), new BigDecimal("0.23"));
    assertThat(all.precisionNotActedOn()).isEqualByComparingTo("0.7");
    assertThat(all.leadDays()).isEqualByComparingTo("35");
    assertThat(all.leadDaysInterval().from()).isEqualByComparingTo("5");
    assertThat(all.leadVisits()).isEqualByComparingTo("3");
    assertThat(all.leadVisitsInterval()).isNull();
    assertThat(all.done())
        .containsExactly(
            new FlagReportCard.Done(FlagDeed.NOTHING, 10, 2, 6, 2),
            new FlagReportCard.Done(FlagDeed.ACKNOWLEDGED, 3, 1, 1, 1),
            new FlagReportCard.Done(FlagDeed.ACTED, 12, 2, 1, 9));
  }

  @Test
  void rules_stand_in_the_order_of_how_often_they_flag() {
    FlagReportCard card =
        card(
            new Count("CASE_REOPENED", FlagDeed.NOTHING, 2, 0, 2, 2, 0, List.of(), List.of()),
            new Count(
                "PROMISE_BROKEN", FlagDeed.NOTHING, 2, 2, 0, 2, 2, List.of(1, 3), List.of(1, 1)),
            new Count("PROMISE_BROKEN", FlagDeed.ACTED, 1, 0, 0, 0, 0, List.of(), List.of()));
    assertThat(card.rules())
        .extracting(FlagReportCard.RuleGrade::rule)
        .containsExactly("PROMISE_BROKEN", "CASE_REOPENED");
    assertThat(card.rules().get(0).grade().precision()).isEqualByComparingTo("1");
    assertThat(card.rules().get(1).grade().precision()).isEqualByComparingTo("0");
    assertThat(card.rules().get(1).grade().leadDays()).isNull();
  }

  @Test
  void of_no_flags_nothing_is_known() {
    Grade all = card().all();
    assertThat(all.raised()).isZero();
    assertThat(all.precision()).isNull();
    assertThat(all.precisionInterval()).isNull();
    assertThat(all.leadDays()).isNull();
  }

  private static FlagReportCard card(Count... counts) {
    return FlagReportCard.of(SINCE, UNTIL, List.of(counts));
  }
}
