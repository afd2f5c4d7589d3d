package io.familiarface.feedback.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.familiarface.feedback.statistics.Proportion;
import io.familiarface.feedback.statistics.UChart;
import io.familiarface.feedback.words.IntervalView;
import io.familiarface.feedback.words.Rounding;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where complaints come from, as far as that stands out from chance. */
@Schema(name = "CausesInsight", description = "Where complaints come from.")
@JsonInclude(JsonInclude.Include.ALWAYS)
record CausesView(
    Instant from,
    Instant to,
    @Schema(description = "Visits that took place.") int jobs,
    @Schema(description = "The jobs of which a customer complained.") int complaints,
    @Schema(description = "Steps of projects that ended.") int steps,
    @Schema(description = "The steps of which a customer complained.") int stepComplaints,
    @Schema(
            description =
                "Complaints received in this time that are about no job: they name neither a visit nor"
                    + " a project, and the customer had no visit in the 30 days before. They are"
                    + " among those that the cases themselves name, and not among the complaints"
                    + " above.")
        int complaintsOfNoJob,
    @Schema(description = "Complaints a job; null without any.", examples = "0.0312")
        BigDecimal rate,
    IntervalView rateInterval,
    @Schema(description = "What stands out, the most unusual first.") List<Cause> findings,
    @Schema(description = "Everything that was looked at, the most unusual first; at most 500.")
        List<Cause> items,
    Trend trend,
    @Schema(description = "What the cases themselves name, the most frequent first.")
        List<CauseCounts.Named> named,
    @Schema(description = "The suppliers that the cases themselves name, most frequent first.")
        List<CauseCounts.NamedSupplier> suppliers,
    @Schema(description = "How it was reckoned, and what it can't say.") String method) {

  private static final int AT_MOST = 500;
  private static final String MONTH = "MONTH";

  private static final String METHOD =
      "A group's expected number is its share of all jobs. Each group is tested by the exact"
          + " binomial test; all tests together are corrected by Benjamini and Hochberg (1995), so"
          + " that of what is named at most one in twenty is chance. The ratio is pulled towards 1"
          + " where numbers are small (empirical Bayes, gamma-Poisson: Clayton and Kaldor 1987)."
          + " All tests together are the whole family that is listed: each technician, branch,"
          + " program, step, supplier, hour, weekday and so on, and each branch with each kind of"
          + " step; no other crossing is looked at. The trend is a u-chart whose limits chance"
          + " passes once in 740 months on each side, by the month of the visit: complaints of the last month are still"
          + " to come, so that it is not complete and looks better than it will be. Groups overlap:"
          + " who stands out may share a branch or an hour with the cause. Steps of projects, with"
          + " their suppliers, technicians and branches, are set beside all steps that ended in this"
          + " time, all else beside all visits. Who names a project and no step of it speaks of the"
          + " step that had ended last.";

  /** A group of jobs beside all of them. */
  @Schema(name = "Cause")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Cause(
      Dimension by,
      @Schema(
              description =
                  "The technician's id, the branch, the program of the agreement, the title of a"
                      + " step of projects, its supplier, branch and title of a step (north / Drying),"
                      + " the hour (0 to 23), the weekday (1 is Monday), NEW or KNOWN to the customer,"
                      + " INSTEAD or AS_PLANNED.",
              examples = "north")
          String key,
      @Schema(examples = "north branch") String name,
      int jobs,
      int complaints,
      @Schema(description = "How many its share of the jobs explains.", examples = "3.2")
          BigDecimal expected,
      @Schema(examples = "0.2195") BigDecimal rate,
      IntervalView rateInterval,
      @Schema(
              description = "To what was expected, pulled towards 1 where numbers are small.",
              examples = "2.1")
          BigDecimal ratio,
      IntervalView ratioInterval,
      @Schema(description = "How probable that is, or more, by chance.", examples = "0.0041")
          BigDecimal pValue,
      @Schema(description = "The same, corrected for how many were looked at.", examples = "0.031")
          BigDecimal adjustedPValue,
      boolean standsOut,
      @Schema(examples = "north branch: 9 complaints in 41 jobs, expected 3.2") String text) {

    static Cause of(StandingOut.Verdict verdict) {
      StandingOut.Group group = verdict.group();
      Proportion rate = new Proportion(group.events(), group.jobs());
      return new Cause(
          group.dimension(),
          group.key(),
          group.name(),
          group.jobs(),
          group.events(),
          Rounding.to(1, verdict.expected()),
          Rounding.to(4, rate.value()),
          IntervalView.of(4, rate.interval()),
          verdict.ratio() == null ? null : Rounding.to(2, verdict.ratio().ratio()),
          verdict.ratio() == null ? null : IntervalView.of(2, verdict.ratio().interval()),
          Rounding.to(4, verdict.pValue()),
          Rounding.to(4, verdict.adjusted()),
          verdict.standsOut(),
          String.format(
              Locale.ENGLISH,
              "%s: %d %s in %d %s, expected %.1f",
              group.name(),
              group.events(),
              group.events() == 1 ? "complaint" : "complaints",
              group.jobs(),
              group.jobs() == 1 ? "job" : "jobs",
              verdict.expected()));
    }
  }

  /** Complaints a job, month by month. */
  @Schema(name = "ComplaintTrend")
  record Trend(
      @Schema(description = "Over all months.", examples = "0.0312") BigDecimal center,
      List<Month> months) {

    static Trend of(List<CauseCounts.Row> months) {
      List<CauseCounts.Row> inOrder =
          months.stream().sorted(Comparator.comparing(CauseCounts.Row::key)).toList();
      UChart chart =
          UChart.of(
              inOrder.stream()
                  .map(month -> new UChart.Period(month.complaints(), month.jobs()))
                  .toList());
      List<Month> all = new ArrayList<>();
      for (int i = 0; i < inOrder.size(); i++) {
        boolean complete = i < inOrder.size() - 1;
        all.add(Month.of(inOrder.get(i), chart.points().get(i), complete));
      }
      return new Trend(Rounding.to(4, chart.center()), all);
    }
  }

  /** A month on the chart. */
  @Schema(name = "ComplaintMonth")
  record Month(
      @Schema(examples = "2026-07") String month,
      int jobs,
      int complaints,
      BigDecimal rate,
      BigDecimal lower,
      BigDecimal upper,
      @Schema(
              description =
                  "Whether it is further off than chance goes; of the last month only if it is above,"
                      + " as complaints of its visits are still to come.")
          boolean outside) {

    static Month of(CauseCounts.Row row, UChart.Point point, boolean complete) {
      return new Month(
          row.key(),
          row.jobs(),
          row.complaints(),
          Rounding.to(4, point.rate()),
          Rounding.to(4, point.lower()),
          Rounding.to(4, point.upper()),
          point.outside() && (complete || point.rate() > point.upper()));
    }
  }

  /**
   * @param visits counted by what is known of visits
   * @param steps the same of steps of projects
   * @param ofNoJob complaints that are about neither
   */
  static CausesView of(
      InsightPeriod.Span span,
      List<CauseCounts.Row> visits,
      List<CauseCounts.Row> steps,
      int ofNoJob,
      List<CauseCounts.Named> named,
      List<CauseCounts.NamedSupplier> suppliers) {
    StandingOut.Population jobs = population(visits);
    StandingOut.Population ended = population(steps);
    List<Cause> causes = StandingOut.of(List.of(jobs, ended)).stream().map(Cause::of).toList();
    Proportion rate = new Proportion(jobs.events(), jobs.jobs());
    return new CausesView(
        span.from(),
        span.to(),
        jobs.jobs(),
        jobs.events(),
        ended.jobs(),
        ended.events(),
        ofNoJob,
        Rounding.to(4, rate.value()),
        IntervalView.of(4, rate.interval()),
        causes.stream().filter(Cause::standsOut).limit(AT_MOST).toList(),
        causes.stream().limit(AT_MOST).toList(),
        Trend.of(visits.stream().filter(row -> MONTH.equals(row.dimension())).toList()),
        named,
        suppliers,
        METHOD);
  }

  private static StandingOut.Population population(List<CauseCounts.Row> rows) {
    int jobs = 0;
    int complaints = 0;
    List<StandingOut.Group> groups = new ArrayList<>();
    for (CauseCounts.Row row : rows) {
      if (row.dimension() == null) {
        jobs = row.jobs();
        complaints = row.complaints();
      } else if (!MONTH.equals(row.dimension()) && row.key() != null) {
        Dimension dimension = Dimension.valueOf(row.dimension());
        groups.add(
            new StandingOut.Group(
                dimension,
                row.key(),
                dimension.name(row.key(), row.called()),
                row.jobs(),
                row.complaints()));
      }
    }
    return new StandingOut.Population(groups, jobs, complaints);
  }
}
