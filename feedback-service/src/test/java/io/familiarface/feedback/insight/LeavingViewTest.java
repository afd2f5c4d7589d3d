package io.familiarface.feedback.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LeavingViewTest {
  @Test
  void reasons_given_as_often_are_both_named() {
    LeavingView view =
        of(row("LEFT", null, 14), row("REASON", "MOVED", 7), row("REASON", "PRICE", 7));
    assertThat(view.findings())
        .first()
        .isEqualTo("14 cancellations; most often said: moved and price (7 each).");
  }

  @Test
  void one_reason_given_most_often_stands_alone() {
    LeavingView view = of(row("LEFT", null, 1), row("REASON", "MOVED", 1), row("HERE", null, 3));
    assertThat(view.findings()).first().isEqualTo("1 cancellation; most often said: moved (1).");
  }

  @Test
  void months_in_which_nobody_left_are_not_left_out() {
    LeavingView view =
        of(
            row("LEFT", null, 3),
            row("REASON", "PRICE", 3),
            row("MONTH", "2026-11", 2),
            row("MONTH", "2026-08", 1));
    assertThat(view.byMonth())
        .extracting(LeavingView.Share::key, LeavingView.Share::cancellations)
        .map(month -> month.toList().get(0) + " " + month.toList().get(1))
        .containsExactly("2026-08 1", "2026-09 0", "2026-10 0", "2026-11 2");
  }

  @Test
  void what_never_happened_to_those_who_are_here_counts_by_how_many_they_are() {
    LeavingView view =
        of(
            row("LEFT", null, 12),
            new LeavingView.Row("GONE", null, 10, 4, 1, 0, 0, 0, 3, null),
            new LeavingView.Row("HERE", null, 100, 10, 0, 0, 0, 0, 0, null),
            row("REASON", "PRICE", 10));
    assertThat(view.before())
        .extracting(LeavingView.Before::what)
        .startsWith(
            LeavingView.Happening.SAID_NOTHING,
            LeavingView.Happening.COMPLAINED,
            LeavingView.Happening.PROMISE_BROKEN);
    assertThat(view.findings())
        .contains(
            "30 % had said nothing at all within 180 days, and of those who are here nobody had.");
  }

  @Test
  void while_nobody_is_here_those_who_left_are_set_apart_from_nobody() {
    LeavingView view =
        of(
            row("LEFT", null, 3),
            row("GONE", null, 3),
            row("HERE", null, 0),
            row("REASON", "PRICE", 3));
    assertThat(view.findings()).hasSize(1);
    assertThat(view.before()).extracting(LeavingView.Before::times).hasSize(6).containsOnlyNulls();
  }

  @Test
  void those_who_let_their_agreement_end_are_told_apart_from_those_who_cancelled() {
    LeavingView view = of(row("LEFT", null, 0), row("LAPSED", null, 1));
    assertThat(view.customersLapsed()).isEqualTo(1);
    assertThat(view.customersGone()).isZero();
    assertThat(view.findings())
        .containsExactly(
            "Nobody cancelled.",
            "1 customer let their agreement come to its end and made no other.");
  }

  @Test
  void what_chance_explains_is_no_finding() {
    LeavingView view =
        of(
            row("LEFT", null, 19),
            new LeavingView.Row("GONE", null, 19, 0, 0, 1, 0, 0, 0, null),
            new LeavingView.Row("HERE", null, 270, 0, 0, 6, 0, 0, 0, null),
            row("REASON", "PRICE", 19));
    assertThat(view.before().get(0).what()).isEqualTo(LeavingView.Happening.VISIT_MISSED);
    assertThat(view.before().get(0).times()).isEqualByComparingTo("2.37");
    assertThat(view.before()).noneMatch(LeavingView.Before::standsOut);
    assertThat(view.findings()).hasSize(1);
  }

  @Test
  void of_what_is_said_more_often_the_one_that_stands_out_is_told() {
    LeavingView view =
        of(
            row("LEFT", null, 200),
            new LeavingView.Row("GONE", null, 200, 100, 0, 1, 0, 0, 0, null),
            new LeavingView.Row("HERE", null, 1_000, 100, 0, 1, 0, 0, 0, null),
            row("REASON", "PRICE", 200));
    assertThat(view.before())
        .extracting(LeavingView.Before::what)
        .startsWith(LeavingView.Happening.COMPLAINED, LeavingView.Happening.VISIT_MISSED);
    assertThat(view.findings())
        .contains(
            "50 % had complained within 180 days: 5.0 times as many as of those who are here.");
  }

  @Test
  void what_sets_nobody_apart_is_no_finding() {
    LeavingView view =
        of(
            row("LEFT", null, 10),
            row("GONE", null, 10),
            row("HERE", null, 100),
            row("REASON", "PRICE", 10));
    assertThat(view.findings()).hasSize(1);
  }

  private static LeavingView of(LeavingView.Row... rows) {
    Instant to = Instant.parse("2026-11-29T12:00:00Z");
    return LeavingView.of(
        new InsightPeriod.Span(to.minusSeconds(31_536_000), to),
        Stream.of(rows).toList(),
        List.of());
  }

  private static LeavingView.Row row(String dimension, String key, int customers) {
    return new LeavingView.Row(dimension, key, customers, 0, 0, 0, 0, 0, 0, null);
  }
}
