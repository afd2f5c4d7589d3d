package io.familiarface.feedback.postmortem;

import io.familiarface.feedback.complaint.CaseStory;
import io.familiarface.feedback.page.TimelineEntry;
import io.familiarface.feedback.plot.Chart;
import io.familiarface.feedback.plot.PlotPage;
import io.familiarface.feedback.recovery.CaseState;
import io.familiarface.feedback.report.RiskPoint;
import io.familiarface.risk.signal.AgreementCancelled;
import io.familiarface.risk.signal.SignalKind;
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
        title(view) + name,
        day.format(view.from()) + " to " + day.format(view.until()),
        view.findings(),
        chart(view, day),
        view.wouldHaveHelped().items(),
        view.wouldHaveHelped().note(),
        view.timeline().stream().map(entry -> line(entry, day)).toList(),
        view.cases().stream().map(one -> line(one, day)).toList());
  }

  private static String title(PostMortemView view) {
    if (AgreementCancelled.BY_COMPANY.equals(view.reason())) {
      return "How we came to let go of ";
    }
    return view.standing().gone() ? "How we lost " : "The story so far of ";
  }

  Response response() {
    return Response.ok(PostMortemTemplate.page(this).render())
        .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
        .build();
  }

  /** The risk stays until something happens; that it fades in between is seen at the end alone. */
  private static Chart chart(PostMortemView view, DateTimeFormatter day) {
    List<RiskPoint> risk = view.risk();
    Instant start = risk.isEmpty() ? view.from() : risk.get(0).at();
    double length = Math.max(1, days(start, view.until()));
    List<Chart.Point> line = new ArrayList<>();
    List<Chart.Point> flagged = new ArrayList<>();
    List<Chart.Point> dots = new ArrayList<>();
    for (RiskPoint point : risk) {
      if (point.at().isAfter(view.until()) || isLeaving(point, view)) {
        continue;
      }
      Chart.Point at = new Chart.Point(days(start, point.at()), point.probability().doubleValue());
      if (!dots.isEmpty()) {
        line.add(new Chart.Point(at.x(), dots.get(dots.size() - 1).y()));
      }
      line.add(at);
      dots.add(at);
      if (point.flagged()) {
        flagged.add(at);
      }
    }
    double end = view.wouldHaveHelped().probability().doubleValue();
    double most = Math.max(end, dots.stream().mapToDouble(Chart.Point::y).max().orElse(0.1));
    if (!dots.isEmpty()) {
      line.add(new Chart.Point(length, dots.get(dots.size() - 1).y()));
      line.add(new Chart.Point(length, end));
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
        .scatter(dots)
        .scatter("unusual", flagged)
        .saying(spoken(dots, flagged, most, end));
  }

  /** Who has left leaves no more: what the engine says of that is no risk. */
  private static boolean isLeaving(RiskPoint point, PostMortemView view) {
    return point.at().equals(view.leftAt())
        && point.cause().kind() == SignalKind.AGREEMENT_CANCELLED;
  }

  private static String spoken(
      List<Chart.Point> dots, List<Chart.Point> flagged, double most, double end) {
    return dots.isEmpty()
        ? "nothing has happened yet"
        : "%s at first, %s at most, %s at the end; flagged at %d of %d"
            .formatted(
                Chart.percent(dots.get(0).y()),
                Chart.percent(most),
                Chart.percent(end),
                flagged.size(),
                dots.size());
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
            ? one.reopenedAt() == null ? "Nothing was agreed." : "Nothing new was agreed."
            : (one.state() == CaseState.AWAITING_APPROVAL ? "Not approved yet: " : "Agreed: ")
                + one.remedyKind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + (one.remedyAmount() == null
                    ? "."
                    : ", %s %s."
                        .formatted(one.remedyAmount().amount(), one.remedyAmount().currency()));
    return new CaseLine(
        day.format(one.receivedAt()),
        (one.words() == null ? "A complaint without words on record." : one.words()) + about(one),
        taken(one.steps()) + remedy + ended(one, day));
  }

  /** The steps as they are on record, such as CHECK_IN by Pat, in words. */
  private static String taken(List<String> steps) {
    if (steps.isEmpty()) {
      return "";
    }
    String words =
        steps.stream()
            .map(step -> step.split(" ", 2))
            .map(step -> step[0].toLowerCase(Locale.ROOT).replace('_', '-') + " " + step[1])
            .collect(Collectors.joining(", "));
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ". ";
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
