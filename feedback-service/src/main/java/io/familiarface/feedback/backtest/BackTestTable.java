package io.familiarface.feedback.backtest;

import io.familiarface.feedback.plot.Chart;
import io.familiarface.risk.backtest.BackTestReport;
import io.familiarface.risk.backtest.BackTestReport.By;
import io.familiarface.risk.metrics.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/** The figures of a back-test as tables: the engine, its flag, and whoever only counts changes. */
final class BackTestTable {

  private static final Map<By, String> WORDS =
      Map.of(
          By.RULE_ALONE, "under a flag by a rule alone",
          By.PROBABILITY, "under a flag by probability",
          By.CAPACITY, "the fifteen most likely to leave");

  private final BackTestReport report;

  BackTestTable(BackTestReport report) {
    this.report = report;
  }

  /** A figure in words. */
  record Row(String what, String value) {}

  /** What calling after so many changes would have been worth. */
  record Alerts(String changes, String precision, String lift, String recall, String volume) {}

  List<Row> rows() {
    return Stream.of(ranking(), flag(), volume(), flagged(), called(), changes())
        .flatMap(List::stream)
        .toList();
  }

  private List<Row> ranking() {
    var baselines = report.baselines();
    var intervals = report.intervals();
    return List.of(
        row("Area under the curve (AUC)", number(report.modelAuc())),
        row("… counting changes of 180 days", number(baselines.changesWithin180Days())),
        row("… counting changes of all time", number(baselines.changesOfAllTime())),
        row("… the engine above counting those of 180 days", number(baselines.overRecentChanges())),
        row("Harrell's C", number(intervals.harrellsC(), report.harrellsC())),
        row("Brier score", number(intervals.brier(), report.model().brier())),
        row("… with no model", number(baselines.noModel().brier())),
        row(
            "Lift of the riskiest tenth",
            number(intervals.topDecileLift(), report.model().topDecileLift())));
  }

  private List<Row> flag() {
    var flags = report.flags();
    return List.of(
        row("Flags raised in 100 customer-months", number(flags.alertsPer100CustomerMonths())),
        row("Flags raised in a week", number(flags.callsAWeek())));
  }

  private List<Row> flagged() {
    var flags = report.flags();
    var intervals = report.intervals().flags();
    return List.of(
        row("Flagged customers who left in time", share(intervals.precision(), flags.precision())),
        row("… as many times as customers on average", number(intervals.lift())),
        row(
            "… flagged by a rule alone",
            share(intervals.precisionByRuleAlone(), flags.precisionByRuleAlone())),
        row(
            "… flagged by probability",
            share(intervals.precisionByProbability(), flags.precisionByProbability())),
        row("Customers who left and had been flagged", share(intervals.recall(), flags.recall())),
        row(
            "Median days from flag to cancellation",
            days(intervals.medianLeadDays(), flags.medianLeadDays())));
  }

  private List<Row> called() {
    var calls = report.calls();
    return calls == null
        ? List.of()
        : List.of(
            row(
                "Flagged customers who were called and left though, of %d"
                    .formatted(calls.called()),
                share(calls.leftThough(), null)),
            row(
                "… who were not called and left, of %d".formatted(calls.notCalled()),
                share(calls.left(), null)));
  }

  private List<Row> volume() {
    List<Row> rows = new ArrayList<>();
    rows.add(row("Of a hundred customers, at a time", ""));
    for (var one : report.volume()) {
      rows.add(
          row(
              "… " + WORDS.get(one.by()),
              String.format(Locale.ENGLISH, "%.1f, of whom ", one.in100Customers())
                  + share(Interval.unknown(), one.precision())
                  + " left in time"));
    }
    return rows;
  }

  private List<Row> changes() {
    var effect = report.effectOfChanges();
    var known = effect != null;
    return List.of(
        row(
            "Odds of leaving right after a technician change",
            known
                ? number(new Interval(effect.oddsRatio(), effect.from(), effect.to()))
                : "not known"),
        row(
            "… after a second one",
            known && effect.second() != null ? number(effect.second()) : "not known"),
        row("Histories that contradict themselves, left out", "" + report.leftOutCount()));
  }

  List<Alerts> alerts() {
    return report.baselines().alerts().stream()
        .map(
            alerts ->
                new Alerts(
                    "%d or more in %d days".formatted(alerts.changes(), alerts.withinDays()),
                    share(alerts.precision(), null),
                    number(alerts.lift()),
                    share(alerts.recall(), null),
                    number(alerts.alertsPer100CustomerMonths())))
        .toList();
  }

  private static Row row(String what, String value) {
    return new Row(what, value);
  }

  private static String number(Double value) {
    return value == null ? "not known" : String.format(Locale.ENGLISH, "%.3g", value);
  }

  private static String number(Interval interval) {
    return number(interval, null);
  }

  private static String number(Interval interval, Double otherwise) {
    return with(interval, otherwise, BackTestTable::number);
  }

  private static String days(Interval interval, Double otherwise) {
    return with(interval, otherwise, days -> String.format(Locale.ENGLISH, "%.0f", days));
  }

  private static String share(Interval interval, Double otherwise) {
    return with(interval, otherwise, Chart::percent);
  }

  /**
   * @param otherwise the value where there is no interval, or null
   */
  private static String with(Interval interval, Double otherwise, DoubleFunction<String> format) {
    if (interval.value() == null) {
      return otherwise == null ? "not known" : format.apply(otherwise);
    }
    return "%s (95 %%: %s to %s)"
        .formatted(
            format.apply(interval.value()),
            format.apply(interval.from()),
            format.apply(interval.to()));
  }
}
