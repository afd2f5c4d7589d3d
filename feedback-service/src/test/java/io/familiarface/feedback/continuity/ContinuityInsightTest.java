package io.familiarface.feedback.continuity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContinuityInsightTest {
  private static final List<Instant> BOUNDS =
      List.of(
          Instant.parse("2024-01-06T00:00:00Z"),
          Instant.parse("2025-01-06T00:00:00Z"),
          Instant.parse("2026-01-06T00:00:00Z"));

  @Test
  void each_branch_stands_beside_its_own_past() {
    ContinuityInsight insight =
        insight(
            row(true, null, 2, 30, 2.0),
            row(true, null, 1, 20, 1.5),
            row(false, "north", 2, 10, 3.0),
            row(false, "south", 2, 20, 1.5),
            row(false, "south", 1, 20, 1.75));
    assertThat(insight.company().text())
        .isEqualTo(
            "The whole company: a customer saw 2.0 technicians within 1 year, 1.5 in those"
                + " before.");
    assertThat(insight.items())
        .extracting(ContinuityInsight.Group::branch)
        .containsExactly("south", "north");
    assertThat(insight.items().get(0).change()).isEqualByComparingTo("-0.25");
    assertThat(insight.items().get(1).change()).isNull();
    assertThat(insight.items().get(0).past().get(0).until()).isEqualTo(BOUNDS.get(1));
  }

  @Test
  void without_a_visit_it_says_so() {
    ContinuityInsight insight = insight();
    assertThat(insight.items()).isEmpty();
    assertThat(insight.company().now().faces()).isNull();
    assertThat(insight.company().text())
        .isEqualTo("The whole company: nobody was visited within 1 year.");
    assertThat(ContinuityPage.of(insight, ZoneOffset.UTC).findings()).hasSize(1);
  }

  private static ContinuityInsight insight(ContinuityCounts.Row... rows) {
    return ContinuityInsight.of(Window.of("P1Y"), BOUNDS, List.of(rows));
  }

  private static ContinuityCounts.Row row(
      boolean company, String branch, int period, int customers, double faces) {
    return new ContinuityCounts.Row(
        company, branch, period, customers, 10L * customers, faces, 0.5, 0.8, 0.7);
  }
}
