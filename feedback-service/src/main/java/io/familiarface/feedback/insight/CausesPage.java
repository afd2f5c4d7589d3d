package io.familiarface.feedback.insight;

import io.familiarface.feedback.plot.Chart;
import io.familiarface.feedback.plot.Figure;
import io.familiarface.feedback.plot.PlotPage;
import io.familiarface.feedback.plot.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Where complaints come from, as a page. */
final class CausesPage {
  private static final int SHOWN = 8;
  private static final int ROWS = 50;

  private CausesPage() {}

  static PlotPage of(CausesView view, PageWords words) {
    List<String> findings =
        view.findings().isEmpty()
            ? List.of("Nothing stands out from chance.")
            : view.findings().stream().limit(SHOWN).map(CausesView.Cause::text).toList();
    return new PlotPage(
        "Where complaints come from",
        "%s: %s in %s%s"
            .formatted(
                words.period(view.from(), view.to()),
                PageWords.number(view.complaints(), "complaint"),
                PageWords.number(view.jobs(), "job"),
                ofNoJob(view.complaintsOfNoJob())),
        findings,
        List.of(trend(view.trend()), ratios(view)),
        List.of(
            new Table(
                "The most unusual first",
                List.of(
                    "which jobs", "complaints", "jobs", "expected", "times expected", "by chance"),
                view.items().stream().limit(ROWS).map(CausesPage::row).toList()),
            new Table(
                "Month by month",
                List.of("month of the visits", "complaints", "jobs", "a job", "chance goes"),
                view.trend().months().stream().map(CausesPage::row).toList()),
            new Table(
                "What the cases themselves name",
                List.of("cause", "complaints"),
                view.named().stream()
                    .map(
                        each ->
                            List.of(
                                PageWords.code(each.cause()), String.valueOf(each.complaints())))
                    .toList()),
            new Table(
                "The suppliers they name",
                List.of("supplier", "complaints"),
                view.suppliers().stream()
                    .map(each -> List.of(each.supplier(), String.valueOf(each.complaints())))
                    .toList())),
        List.of(view.method()));
  }

  private static String ofNoJob(int complaints) {
    return complaints == 0
        ? ""
        : ". Not among them: %s that %s about no job, as %s neither a visit nor a project and the customer had no visit in the 30 days before"
            .formatted(
                PageWords.number(complaints, "complaint"),
                complaints == 1 ? "is" : "are",
                complaints == 1 ? "it names" : "they name");
  }

  private static Figure trend(CausesView.Trend trend) {
    List<CausesView.Month> months = trend.months();
    double most =
        months.stream()
            .mapToDouble(month -> Math.max(number(month.rate()), number(month.upper())))
            .max()
            .orElse(1);
    List<Chart.Point> rates = line(months, CausesView.Month::rate);
    List<Chart.Point> outside =
        IntStream.range(0, months.size())
            .filter(i -> months.get(i).outside())
            .mapToObj(rates::get)
            .toList();
    Chart chart =
        new Chart(
                "Complaints a job by month",
                "",
                "complaints a job",
                months.size() - 1.0,
                most * 1.1)
            .percentY()
            .ticksX(ends(months))
            .line("even", line(months, month -> trend.center()))
            .line("limit", line(months, CausesView.Month::upper))
            .line("limit", line(months, CausesView.Month::lower))
            .line("", rates)
            .scatter(rates)
            .scatter("unusual", outside)
            .saying("told in the table month by month");
    return new Figure(
        "Is it getting worse?",
        chart,
        "Outside the dotted limits is more than chance does. The last month is not complete:"
            + " complaints of its visits are still to come.");
  }

  private static List<String> ends(List<CausesView.Month> months) {
    return months.isEmpty()
        ? List.of()
        : List.of(months.get(0).month(), months.get(months.size() - 1).month());
  }

  private static List<Chart.Point> line(
      List<CausesView.Month> months, Function<CausesView.Month, BigDecimal> value) {
    List<Chart.Point> points = new ArrayList<>();
    for (int i = 0; i < months.size(); i++) {
      points.add(new Chart.Point(i, number(value.apply(months.get(i)))));
    }
    return points;
  }

  private static Figure ratios(CausesView view) {
    List<CausesView.Cause> shown =
        view.items().stream().filter(cause -> cause.ratio() != null).limit(SHOWN / 2).toList();
    List<Double> heights = shown.stream().map(cause -> number(cause.ratio())).toList();
    double most = heights.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    return new Figure(
        "How far off?",
        new Chart("Times expected", "the most unusual", "times expected", 1, most * 1.15)
            .columns(
                shown.stream().map(CausesView.Cause::name).toList(),
                heights,
                shown.stream().map(cause -> cause.ratio().toPlainString()).toList()),
        "1 is what chance does; small numbers are pulled towards it.");
  }

  private static List<String> row(CausesView.Month month) {
    return List.of(
        month.month() + (month.outside() ? " *" : ""),
        String.valueOf(month.complaints()),
        String.valueOf(month.jobs()),
        Chart.percent(number(month.rate())),
        "from %s to %s"
            .formatted(Chart.percent(number(month.lower())), Chart.percent(number(month.upper()))));
  }

  private static List<String> row(CausesView.Cause cause) {
    return List.of(
        cause.name() + (cause.standsOut() ? " *" : ""),
        String.valueOf(cause.complaints()),
        String.valueOf(cause.jobs()),
        PageWords.text(cause.expected()),
        PageWords.text(cause.ratio()) + PageWords.text(cause.ratioInterval()),
        chance(cause.adjustedPValue()));
  }

  private static String chance(BigDecimal pValue) {
    return pValue.signum() == 0 ? "< 0.0001" : pValue.toPlainString();
  }

  private static double number(BigDecimal value) {
    return value == null ? 0 : value.doubleValue();
  }
}
