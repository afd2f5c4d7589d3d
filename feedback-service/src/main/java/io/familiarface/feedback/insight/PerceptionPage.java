package io.familiarface.feedback.insight;

import io.familiarface.feedback.plot.Chart;
import io.familiarface.feedback.plot.Figure;
import io.familiarface.feedback.plot.PlotPage;
import io.familiarface.feedback.plot.Table;
import java.util.List;
import java.util.Locale;

/** How we see our work beside how customers see it, as a page. */
final class PerceptionPage {
  private static final int WORST_MARK = 1;
  private static final int BEST_MARK = 5;
  private static final int ROWS = 100;

  private PerceptionPage() {}

  static PlotPage of(PerceptionView view, PageWords words) {
    return new PlotPage(
        "How we see our work, and how customers see it",
        words.period(view.from(), view.to()),
        view.findings(),
        List.of(technicians(view), marks(view)),
        List.of(
            new Table(
                "Most marks first",
                List.of(
                    "which jobs",
                    "jobs",
                    "on time",
                    "qualified",
                    "marks",
                    "average mark",
                    "marks of 1 or 2"),
                view.items().stream().limit(ROWS).map(PerceptionPage::row).toList()),
            new Table(
                "What became of promises",
                List.of("promise", "made", "kept", "released", "broken"),
                view.promises().stream().map(PerceptionPage::row).toList())),
        List.of(view.method()));
  }

  private static Figure technicians(PerceptionView view) {
    List<PerceptionView.Seen> known =
        view.items().stream()
            .filter(seen -> seen.by() == Dimension.TECHNICIAN)
            .filter(seen -> seen.csat() != null && seen.onTimeShare() != null)
            .toList();
    List<Chart.Point> points =
        known.stream()
            .map(
                seen ->
                    new Chart.Point(
                        seen.onTimeShare().doubleValue(), seen.csat().doubleValue() - WORST_MARK))
            .toList();
    return new Figure(
        "On time and well liked?",
        new Chart("On time beside marks", "jobs on time", "average mark", 1, BEST_MARK - WORST_MARK)
            .stepsY(step -> String.format(Locale.ENGLISH, "%.0f", WORST_MARK + step))
            .ticksX(List.of("0 %", "50 %", "100 %"))
            .scatter(points)
            .saying(
                PageWords.number(points.size(), "technician") + ", each told in the table below"),
        "A dot for each technician of whom both are known, be it by one mark. Low on the right is punctual and yet not liked.");
  }

  private static Figure marks(PerceptionView view) {
    List<PerceptionView.Seen> shown =
        view.items().stream()
            .filter(seen -> seen.by() == Dimension.FAMILIARITY || seen.by() == Dimension.SENT)
            .filter(seen -> seen.csat() != null)
            .toList();
    return new Figure(
        "Who comes",
        new Chart("Marks by who came", "", "average mark", 1, BEST_MARK * 1.1)
            .columns(
                shown.stream().map(seen -> PageWords.code(seen.key())).toList(),
                shown.stream().map(seen -> seen.csat().doubleValue()).toList(),
                shown.stream().map(seen -> seen.csat().toPlainString()).toList()),
        "The average mark by whether the technician was known to the customer, and planned.");
  }

  private static List<String> row(PerceptionView.KeptPromises promises) {
    return List.of(
        promises.kind() == null ? "all" : PageWords.code(promises.kind()),
        String.valueOf(promises.made()),
        String.valueOf(promises.kept()),
        String.valueOf(promises.released()),
        promises.broken()
            + ", "
            + PageWords.percent(promises.brokenShare())
            + PageWords.percent(promises.brokenInterval()));
  }

  private static List<String> row(PerceptionView.Seen seen) {
    return List.of(
        seen.name(),
        String.valueOf(seen.jobs()),
        PageWords.percent(seen.onTimeShare()) + PageWords.percent(seen.onTimeInterval()),
        PageWords.percent(seen.qualifiedShare()),
        String.valueOf(seen.marks()),
        PageWords.text(seen.csat()) + PageWords.text(seen.csatInterval()),
        PageWords.percent(seen.lowShare()) + PageWords.percent(seen.lowInterval()));
  }
}
