package io.familiarface.feedback.insight;

import io.familiarface.feedback.plot.Chart;
import io.familiarface.feedback.plot.Figure;
import io.familiarface.feedback.plot.PlotPage;
import io.familiarface.feedback.plot.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** What technicians learned beside what customers say, as a page. */
final class TrainingInsightPage {
  private static final double BEST_MARK = 5;
  private static final int BARS = 6;

  private TrainingInsightPage() {}

  static PlotPage of(TrainingInsight view, PageWords words) {
    return new PlotPage(
        "What training did for our customers",
        words.period(view.from(), view.to()),
        view.findings(),
        List.of(
            marks("Marks before", view, TrainingInsight.Trained::csatBefore),
            marks("Marks after", view, TrainingInsight.Trained::csatAfter)),
        List.of(
            new Table(
                "Trainings, the latest first",
                List.of("technician", "course", "on", "before", "after", "effect"),
                view.trainings().stream().map(TrainingInsightPage::row).toList()),
            new Table(
                "Technicians, most marks first",
                List.of("technician", "trainings", "marks", "average mark"),
                view.technicians().stream()
                    .map(
                        each ->
                            List.of(
                                name(each.name()),
                                String.valueOf(each.trainings()),
                                String.valueOf(each.marks()),
                                PageWords.text(each.csat())))
                    .toList())),
        List.of(view.method()));
  }

  private static Figure marks(
      String title, TrainingInsight view, Function<TrainingInsight.Trained, BigDecimal> mark) {
    List<TrainingInsight.Trained> known =
        view.byKind().stream().filter(kind -> mark.apply(kind) != null).limit(BARS).toList();
    return new Figure(
        title,
        new Chart(title, "kinds of training", "average mark", 1, BEST_MARK * 1.1)
            .columns(
                known.stream().map(kind -> PageWords.code(kind.kind())).toList(),
                known.stream().map(kind -> mark.apply(kind).doubleValue()).toList(),
                known.stream().map(kind -> mark.apply(kind).toPlainString()).toList()),
        "The average mark within 180 days.");
  }

  private static List<String> row(TrainingInsight.Trained trained) {
    return List.of(
        name(trained.name()),
        trained.course() == null ? "–" : trained.course(),
        String.valueOf(trained.on()),
        PageWords.text(trained.csatBefore()) + " of " + trained.marksBefore(),
        PageWords.text(trained.csatAfter()) + " of " + trained.marksAfter(),
        PageWords.text(trained.effect()) + PageWords.text(trained.effectInterval()));
  }

  private static String name(String name) {
    return name == null ? "a technician without a name" : name;
  }
}
