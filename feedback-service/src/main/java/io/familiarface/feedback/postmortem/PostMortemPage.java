package io.familiarface.feedback.postmortem;

import io.familiarface.feedback.complaint.CaseStory;
import io.familiarface.feedback.page.TimelineEntry;
import io.familiarface.feedback.plot.Chart;
import io.familiarface.feedback.plot.PlotPage;
import io.familiarface.feedback.recovery.CaseState;
import io.familiarface.feedback.report.RiskPoint;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The story of a customer as a page that prints. */
record PostMortemPage(
    String title,
    String when,
    List<String> findings,
    Chart chart,
    List<PostMortemView.Help> helps,
    String note,
    List<Line> lines,
    List<CaseLine> cases) {

  record Line(String day, String text, String said) {}

  record CaseLine(String day, String words, String steps) {}

  private static final int TICKS = 3;

  public String style() {
    return PlotPage.STYLE;
  }

  static PostMortemPage of(PostMortemView view, ZoneId zone) {
    DateTimeFormatter day =
        DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(zone);
    String name = view.customer().name() == null ? "a customer" : view.customer().name();
    return new PostMortemPage(
        (view.leftAt() == null ? "The story so far of " : "How we lost ") + name,
        day.format(view.from()) + " to " + day.format(view.until()),
        view.findings(),
        chart(view, day),
        view.wouldHaveHelped().items(),
        view.wouldHaveHelped().note(),
        view.timeline().stream().map(entry -> line(entry, day)).toList(),
        view.cases().stream().map(one -> line(one, day)).toList());
  }

  Response response() {
    return Response.ok(PostMortemTemplate.page(this).render())
        .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
        .build();
  }

  /** The risk stays until something happens; in between it fades, which is not drawn. */
  private static Chart chart(PostMortemView view, DateTimeFormatter day) {
    List<RiskPoint> risk = view.risk();
    Instant start = risk.isEmpty() ? view.from() : risk.get(0).at();
    double length = Math.max(1, days(start, view.until()));
    double most =
        risk.stream().mapToDouble(point -> point.probability().doubleValue()).max().orElse(0.1);
    List<Chart.Point> line = new ArrayList<>();
    List<Chart.Point> flagged = new ArrayList<>();
    for (RiskPoint point : risk) {
      if (point.at().isAfter(view.until())) {
        continue;
      }
      Chart.Point at = new Chart.Point(days(start, point.at()), point.probability().doubleValue());
      line.add(at);
      if (point.flagged()) {
        flagged.add(at);
      }
    }
    List<String> ticks = new ArrayList<>();
    for (int i = 0; i <= TICKS; i++) {
      ticks.add(
          day.format(
              start.plusSeconds((long) (length * i / TICKS * Duration.ofDays(1).toSeconds()))));
    }
    return new Chart("Risk over time", "", "risk of leaving", length, most * 1.1)
        .percentY()
        .ticksX(ticks)
        .line("", line)
        .scatter(line)
        .scatter("unusual", flagged);
  }

  private static double days(Instant from, Instant until) {
    return Duration.between(from, until).toSeconds() / (double) Duration.ofDays(1).toSeconds();
  }

  private static Line line(TimelineEntry entry, DateTimeFormatter day) {
    return new Line(day.format(entry.at()), entry.text(), entry.said());
  }

  private static CaseLine line(CaseStory one, DateTimeFormatter day) {
    String remedy =
        one.remedyKind() == null
            ? "Nothing was agreed."
            : "Agreed: "
                + one.remedyKind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + (one.remedyAmount() == null
                    ? "."
                    : ", %s %s."
                        .formatted(one.remedyAmount().amount(), one.remedyAmount().currency()));
    return new CaseLine(
        day.format(one.receivedAt()),
        (one.words() == null ? "A complaint without words on record." : one.words()) + about(one),
        String.join(", ", one.steps())
            + (one.steps().isEmpty() ? "" : ". ")
            + remedy
            + ended(one, day));
  }

  /** What it was about: the kind of work, and whose. */
  private static String about(CaseStory one) {
    String about =
        Stream.of(
                one.program(),
                one.projectStep() == null ? null : one.projectStep() + " step",
                one.supplier() == null ? null : "supplier " + one.supplier())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    return about.isEmpty() ? "" : " (" + about + ")";
  }

  /** A case that came back has the day on which it was settled before. */
  private static String ended(CaseStory one, DateTimeFormatter day) {
    if (one.state().isOpen()) {
      return one.reopenedAt() == null
          ? " Not settled."
          : " Came back on " + day.format(one.reopenedAt()) + ", and not settled since.";
    }
    return (one.state() == CaseState.LOST ? " Ended on " : " Settled on ")
        + day.format(one.resolvedAt())
        + satisfied(one.customerSatisfied());
  }

  private static String satisfied(Boolean satisfied) {
    if (satisfied == null) {
      return ".";
    }
    return satisfied ? ", to the customer's satisfaction." : ", not to their satisfaction.";
  }
}
