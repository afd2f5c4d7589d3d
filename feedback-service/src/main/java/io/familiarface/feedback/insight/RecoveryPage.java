package io.familiarface.feedback.insight;

import io.familiarface.feedback.plot.Chart;
import io.familiarface.feedback.plot.Figure;
import io.familiarface.feedback.plot.PlotPage;
import io.familiarface.feedback.plot.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What came of mending what we broke, as a page. */
final class RecoveryPage {
  private RecoveryPage() {}

  static PlotPage of(RecoveryView view, PageWords words) {
    return new PlotPage(
        "What came of complaints",
        words.period(view.from(), view.to()),
        view.findings(),
        List.of(
            new Figure(
                "Were they satisfied?",
                bars(view, RecoveryView.Outcome::satisfiedShare, true),
                "Of those who said so, by what was agreed."),
            new Figure(
                "How long did it take?",
                bars(view, RecoveryView.Outcome::daysToRecover, false),
                "The median of the days from the complaint to its being settled; what is still open"
                    + " may take longer.")),
        List.of(
            table("By remedy", view.items(), view.all()),
            table("By severity", view.bySeverity(), view.all())),
        List.of(
            "Intervals of 95 % stand in brackets. A case that came back counts with each of its"
                + " remedies. Who left is told of complaints of at least "
                + RecoveryView.GONE_WITHIN_DAYS
                + " days ago. A remedy is not given by lot: what is given for"
                + " the worst complaints may look worse than it is."));
  }

  private static Chart bars(
      RecoveryView view, Function<RecoveryView.Outcome, BigDecimal> value, boolean share) {
    List<RecoveryView.Outcome> known =
        view.items().stream().filter(outcome -> value.apply(outcome) != null).toList();
    List<Double> heights =
        known.stream().map(outcome -> value.apply(outcome).doubleValue()).toList();
    double most = share ? 1 : heights.stream().mapToDouble(each -> each).max().orElse(1);
    return new Chart(share ? "Satisfied" : "Days", "", share ? "satisfied" : "days", 1, most * 1.15)
        .columns(
            known.stream().map(outcome -> PageWords.code(outcome.key())).toList(),
            heights,
            known.stream()
                .map(
                    outcome ->
                        share
                            ? PageWords.percent(value.apply(outcome))
                            : PageWords.text(value.apply(outcome)))
                .toList());
  }

  private static Table table(
      String caption, List<RecoveryView.Outcome> outcomes, RecoveryView.Outcome all) {
    List<List<String>> rows = new ArrayList<>(outcomes.stream().map(RecoveryPage::row).toList());
    rows.add(row(all));
    return new Table(
        caption,
        List.of("which", "cases", "settled", "satisfied", "came back", "left", "days to recover"),
        rows);
  }

  private static List<String> row(RecoveryView.Outcome outcome) {
    return List.of(
        outcome.name(),
        String.valueOf(outcome.cases()),
        String.valueOf(outcome.settled()),
        PageWords.percent(outcome.satisfiedShare())
            + PageWords.percent(outcome.satisfiedInterval()),
        PageWords.percent(outcome.reopenedShare()) + PageWords.percent(outcome.reopenedInterval()),
        PageWords.percent(outcome.leftShare()) + PageWords.percent(outcome.leftInterval()),
        PageWords.text(outcome.daysToRecover()));
  }
}
