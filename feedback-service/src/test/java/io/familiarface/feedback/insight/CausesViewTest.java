package io.familiarface.feedback.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class CausesViewTest {
  private static final InsightPeriod.Span SPAN =
      new InsightPeriod.Span(
          Instant.parse("2025-01-06T09:00:00Z"), Instant.parse("2026-01-06T09:00:00Z"));

  @Test
  void it_says_what_stands_out_and_how_many_were_expected() {
    CausesView view =
        view(
            new CauseCounts.Row(null, null, null, 500, 25),
            new CauseCounts.Row("BRANCH", "north", null, 40, 14),
            new CauseCounts.Row("BRANCH", "south", null, 460, 11),
            new CauseCounts.Row("BRANCH", null, null, 0, 0),
            new CauseCounts.Row("MONTH", "2025-02", null, 250, 5),
            new CauseCounts.Row("MONTH", "2025-01", null, 250, 20));
    assertThat(view.findings())
        .extracting(CausesView.Cause::text)
        .contains("north branch: 14 complaints in 40 jobs, expected 2.0");
    assertThat(view.items()).hasSize(2);
    assertThat(view.trend().months())
        .extracting(CausesView.Month::month)
        .containsExactly("2025-01", "2025-02");
    assertThat(CausesPage.of(view, new PageWords(ZoneOffset.UTC)).findings())
        .contains("north branch: 14 complaints in 40 jobs, expected 2.0");
  }

  @Test
  void steps_of_projects_are_set_beside_all_steps() {
    CausesView view =
        CausesView.of(
            SPAN,
            List.of(
                new CauseCounts.Row(null, null, null, 500, 5),
                new CauseCounts.Row("PROGRAM", "Monthly rodent control", null, 500, 5)),
            List.of(
                new CauseCounts.Row(null, null, null, 128, 10),
                new CauseCounts.Row("STEP", "Drying", null, 41, 9),
                new CauseCounts.Row("STEP", "Painting", null, 87, 1),
                new CauseCounts.Row("SUPPLIER", "Brightwood", null, 12, 1),
                new CauseCounts.Row("SUPPLIER", null, null, 116, 9)),
            3,
            List.of(),
            List.of(new CauseCounts.NamedSupplier("Brightwood", 1)));
    assertThat(view.findings())
        .extracting(CausesView.Cause::text)
        .contains("Drying step: 9 complaints in 41 jobs, expected 3.2");
    assertThat(view.items())
        .extracting(CausesView.Cause::name)
        .containsExactlyInAnyOrder(
            "Drying step", "Painting step", "supplier Brightwood", "Monthly rodent control");
    assertThat(view.jobs()).isEqualTo(500);
    assertThat(view.steps()).isEqualTo(128);
    assertThat(view.stepComplaints()).isEqualTo(10);
  }

  @Test
  void that_the_last_month_has_few_complaints_yet_is_no_change_to_be_explained() {
    CauseCounts.Row all = new CauseCounts.Row(null, null, null, 500, 40);
    CauseCounts.Row many = new CauseCounts.Row("MONTH", "2025-01", null, 250, 40);
    CauseCounts.Row none = new CauseCounts.Row("MONTH", "2025-02", null, 250, 0);
    assertThat(view(all, many, none).trend().months())
        .extracting(CausesView.Month::outside)
        .containsExactly(true, false);
    CauseCounts.Row before = new CauseCounts.Row("MONTH", "2024-12", null, 250, 0);
    assertThat(view(all, before, many).trend().months())
        .extracting(CausesView.Month::outside)
        .containsExactly(true, true);
  }

  @Test
  void without_any_job_nothing_is_found() {
    CausesView view = view(new CauseCounts.Row(null, null, null, 0, 0));
    assertThat(view.rate()).isNull();
    assertThat(view.items()).isEmpty();
    assertThat(CausesPage.of(view, new PageWords(ZoneOffset.UTC)).findings())
        .containsExactly("Nothing stands out from chance.");
  }

  private static CausesView view(CauseCounts.Row... rows) {
    return CausesView.of(SPAN, List.of(rows), List.of(), 0, List.of(), List.of());
  }
}
