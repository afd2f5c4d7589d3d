package io.familiarface.feedback.backtest;

import io.familiarface.feedback.plot.Chart;
import io.familiarface.feedback.plot.Figure;
import io.familiarface.feedback.plot.PlotPage;
import io.familiarface.risk.backtest.BackTestReport;
import io.familiarface.risk.backtest.BackTestReport.LeadTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A back-test as a page that stands on its own: the verdict first, then pictures, then figures. */
record BackTestPage(
    String style,
    String period,
    String verdict,
    List<Figure> figures,
    List<BackTestTable.Row> rows,
    List<BackTestTable.Alerts> alerts) {

  static BackTestPage of(BackTestReport report, ZoneId zone) {
    DateTimeFormatter day =
        DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(zone);
    String period =
        String.format(
            Locale.ENGLISH,
            "%s to %s, judged at %d instants, %,d times a customer, %,d cancellations within %d"
                + " days",
            day.format(report.from()),
            day.format(report.to()),
            report.origins().size(),
            report.customersJudged(),
            report.cancellations(),
            report.horizonDays());
    BackTestTable table = new BackTestTable(report);
    return new BackTestPage(
        PlotPage.STYLE,
        period,
        report.verdict(),
        List.of(calibration(report), gains(report), capacity(report), leadTimes(report)),
        table.rows(),
        table.alerts());
  }

  String html() {
    return BackTestTemplate.page(this).render();
  }

  private static Figure calibration(BackTestReport report) {
    var bins = report.calibration();
    var most =
        bins.stream().mapToDouble(bin -> Math.max(bin.predicted(), bin.observed())).max().orElse(1);
    var chart =
        new Chart("Calibration", "said", "came true", most, most)
            .percentY()
            .ticksX(List.of("0 %", Chart.percent(most / 2), Chart.percent(most)))
            .line("even", List.of(new Chart.Point(0, 0), new Chart.Point(most, most)))
            .scatter(
                bins.stream()
                    .map(bin -> new Chart.Point(bin.predicted(), bin.observed()))
                    .toList());
    return new Figure(
        "Does it come true?", chart, "Each dot is a tenth of the customers. On the line is right.");
  }

  private static Figure gains(BackTestReport report) {
    var points =
        report.gains().stream()
            .map(gain -> new Chart.Point(gain.shareOfCustomers(), gain.shareOfCancellations()))
            .toList();
    var chart =
        new Chart("Lift", "riskiest share of customers", "of those who left", 1, 1)
            .percentY()
            .ticksX(List.of("0 %", "25 %", "50 %", "75 %", "100 %"))
            .line("even", List.of(new Chart.Point(0, 0), new Chart.Point(1, 1)))
            .line("", points);
    return new Figure(
        "Whom does it find?", chart, "How many of those who left were among the riskiest.");
  }

  private static Figure capacity(BackTestReport report) {
    var points = report.capacity();
    var most = points.stream().mapToDouble(point -> point.precision()).max().orElse(1);
    var chart =
        new Chart(
                "Precision against capacity",
                "customers called at a time",
                "would leave",
                1,
                most * 1.15)
            .percentY()
            .columns(
                points.stream().map(point -> String.valueOf(point.calls())).toList(),
                points.stream().map(point -> point.precision()).toList(),
                points.stream().map(point -> Chart.percent(point.precision())).toList());
    return new Figure("Is a call worth it?", chart, "Of the riskiest so many, the share who left.");
  }

  private static Figure leadTimes(BackTestReport report) {
    var bins = report.flags().leadTimes();
    var most = bins.stream().mapToInt(LeadTime::flags).max().orElse(1);
    var chart =
        new Chart("Lead time", "days from the flag to the cancellation", "flags", 1, most * 1.15)
            .columns(
                bins.stream().map(BackTestPage::span).toList(),
                bins.stream().map(bin -> (double) bin.flags()).toList(),
                bins.stream().map(bin -> String.valueOf(bin.flags())).toList());
    return new Figure("Is it in time?", chart, "How long a flag stood before the customer left.");
  }

  private static String span(LeadTime bin) {
    return bin.toDays() == null ? bin.fromDays() + "+" : bin.fromDays() + "–" + bin.toDays();
  }
}
