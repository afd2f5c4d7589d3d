package io.familiarface.feedback.continuity;

import io.familiarface.feedback.continuity.ContinuityInsight.Faces;
import io.familiarface.feedback.continuity.ContinuityInsight.Group;
import io.familiarface.feedback.plot.Chart;
import io.familiarface.feedback.plot.Figure;
import io.familiarface.feedback.plot.PlotPage;
import io.familiarface.feedback.plot.Table;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** How many faces customers see, as a page. */
final class ContinuityPage {
  /** As many bars as can be told apart. */
  private static final int BARS = 8;

  private ContinuityPage() {}

  static PlotPage of(ContinuityInsight insight, ZoneId zone) {
    DateTimeFormatter day =
        DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(zone);
    return new PlotPage(
        "How many faces our customers see",
        day.format(insight.from()) + " to " + day.format(insight.until()),
        List.of(insight.company().text()),
        figures(insight, day),
        List.of(
            new Table(
                "Different technicians a customer, by branch",
                List.of("branch", "customers", "visits", "faces", "before", "usual technician"),
                insight.items().stream().map(ContinuityPage::row).toList())),
        List.of(
            "Each customer counts once. The usual technician's share of the visits (UPC) is 1 when"
                + " it is always the same one."));
  }

  private static List<Figure> figures(ContinuityInsight insight, DateTimeFormatter day) {
    List<Faces> windows = new ArrayList<>(insight.company().past());
    Collections.reverse(windows);
    windows.add(insight.company().now());
    List<Group> branches = insight.items().stream().limit(BARS).toList();
    return List.of(
        new Figure(
            "The company over time",
            bars(
                "windows that end on",
                windows.stream().map(faces -> day.format(faces.until())).toList(),
                windows),
            "Different technicians a customer within " + Window.of(insight.window()).words() + "."),
        new Figure(
            "By branch",
            bars(
                "branches with most customers",
                branches.stream().map(group -> name(group.branch())).toList(),
                branches.stream().map(Group::now).toList()),
            "Different technicians a customer; the fewer, the better they know each other."));
  }

  private static Chart bars(String below, List<String> names, List<Faces> of) {
    List<Double> heights =
        of.stream().map(faces -> faces.faces() == null ? 0 : faces.faces().doubleValue()).toList();
    double most = heights.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    return new Chart("Faces: " + below, below, "faces a customer", 1, most * 1.15)
        .columns(names, heights, of.stream().map(faces -> text(faces.faces())).toList());
  }

  private static List<String> row(Group group) {
    return List.of(
        name(group.branch()),
        String.valueOf(group.now().customers()),
        String.valueOf(group.now().visits()),
        text(group.now().faces()),
        group.past().isEmpty() ? "–" : text(group.past().get(0).faces()),
        text(group.now().usualProvider()));
  }

  private static String name(String branch) {
    return branch == null ? "none" : branch;
  }

  private static String text(BigDecimal value) {
    return value == null ? "–" : value.toPlainString();
  }
}
