package io.familiarface.feedback.backtest;

import io.familiarface.risk.backtest.BackTestReport;
import io.familiarface.risk.backtest.BackTestReport.LeadTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A back-test as a page that stands on its own: the verdict first, then pictures, then figures. */
public final class BackTestPage {

  private static final String FRAME =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Back-test</title>
      <style>%s</style>
      </head>
      <body class="alone">
      <div class="backtest">
      <h1>What the engine would have been worth</h1>
      <p class="when">%s to %s, judged at %d instants, %,d times a customer, %,d cancellations within %d days</p>
      <p class="verdict">%s</p>
      <div class="charts">%s</div>
      %s
      </div>
      </body>
      </html>
      """;

  /** The same as on the page /backtest/, which shows the report among other things. */
  private static final String STYLE = resource("/META-INF/resources/backtest/report.css");

  private final BackTestReport report;
  private final DateTimeFormatter day;

  private BackTestPage(BackTestReport report, ZoneId zone) {
    this.report = report;
    day = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(zone);
  }

  public static String html(BackTestReport report, ZoneId zone) {
    return new BackTestPage(report, zone).html();
  }

  private String html() {
    return String.format(
        Locale.ENGLISH,
        FRAME,
        STYLE,
        day(report.from()),
        day(report.to()),
        report.origins().size(),
        report.customersJudged(),
        report.cancellations(),
        report.horizonDays(),
        report.verdict(),
        calibration() + gains() + capacity() + leadTimes(),
        new BackTestTable(report).rows());
  }

  private String calibration() {
    var bins = report.calibration();
    var most =
        bins.stream().mapToDouble(bin -> Math.max(bin.predicted(), bin.observed())).max().orElse(1);
    var chart =
        new Chart("Calibration", "said", "came true", most, most)
            .percentY()
            .ticksX(List.of("0 %", Chart.percent(most / 2), Chart.percent(most)))
            .line("even", List.of(new Chart.Point(0, 0), new Chart.Point(most, most)))
            .dots(
                bins.stream()
                    .map(bin -> new Chart.Point(bin.predicted(), bin.observed()))
                    .toList());
    return figure(
        "Does it come true?", chart, "Each dot is a tenth of the customers. On the line is right.");
  }

  private String gains() {
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
    return figure(
        "Whom does it find?", chart, "How many of those who left were among the riskiest.");
  }

  private String capacity() {
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
            .bars(
                points.stream().map(point -> String.valueOf(point.calls())).toList(),
                points.stream().map(point -> point.precision()).toList(),
                points.stream().map(point -> Chart.percent(point.precision())).toList());
    return figure("Is a call worth it?", chart, "Of the riskiest so many, the share who left.");
  }

  private String leadTimes() {
    var bins = report.flags().leadTimes();
    var most = bins.stream().mapToInt(LeadTime::flags).max().orElse(1);
    var chart =
        new Chart("Lead time", "days from the flag to the cancellation", "flags", 1, most * 1.15)
            .bars(
                bins.stream().map(BackTestPage::span).toList(),
                bins.stream().map(bin -> (double) bin.flags()).toList(),
                bins.stream().map(bin -> String.valueOf(bin.flags())).toList());
    return figure("Is it in time?", chart, "How long a flag stood before the customer left.");
  }

  private static String span(LeadTime bin) {
    return bin.toDays() == null ? bin.fromDays() + "+" : bin.fromDays() + "–" + bin.toDays();
  }

  private static String figure(String title, Chart chart, String caption) {
    return "<figure><h2>%s</h2>%s<figcaption>%s</figcaption></figure>"
        .formatted(title, chart.svg(), caption);
  }

  private static String resource(String name) {
    try (var in = BackTestPage.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String day(Instant at) {
    return day.format(at);
  }
}
