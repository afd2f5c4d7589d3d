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
