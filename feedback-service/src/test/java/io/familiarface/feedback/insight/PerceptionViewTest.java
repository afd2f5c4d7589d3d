package io.familiarface.feedback.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PerceptionViewTest {
  private static final Instant TO = Instant.parse("2026-11-29T12:00:00Z");

  @Test
  void what_is_not_known_is_not_told() {
    assertThat(findings(jobs(10, 0, 0, 4, 4.5), List.of()))
        .containsExactly("Customers gave us 4.5 of 5.");
    assertThat(findings(jobs(10, 8, 2, 0, null), List.of()))
        .containsExactly("We were on time at 80 % of the jobs.", "Nobody gave a mark.");
    assertThat(findings(jobs(10, 8, 2, 4, 4.5), List.of()))
        .containsExactly("We were on time at 80 % of the jobs; customers gave us 4.5 of 5.");
  }

  @Test
  void who_makes_projects_alone_has_marks_too() {
    assertThat(findings(jobs(0, 0, 0, 0, null), List.of(jobs(3, 0, 0, 2, 4.0))))
        .containsExactly("For steps of projects customers gave us 4 of 5 (2 marks).");
  }

  private static List<String> findings(
      PerceptionCounts.Row jobs, List<PerceptionCounts.Row> steps) {
    return PerceptionView.of(
            new InsightPeriod.Span(TO.minusSeconds(31_536_000), TO),
            List.of(jobs),
            steps,
            List.of())
        .findings();
  }

  private static PerceptionCounts.Row jobs(int jobs, int onTime, int late, int marks, Double csat) {
    return new PerceptionCounts.Row(
        null, null, null, jobs, onTime, late, 0, 0, marks, 0, csat, marks == 0 ? null : 0.5);
  }
}
