package io.familiarface.risk.backtest;

import io.familiarface.risk.backtest.BackTestReport.CountingAlerts;
import io.familiarface.risk.backtest.BackTestReport.FlagIntervals;
import io.familiarface.risk.backtest.BackTestReport.FlagRecord;
import io.familiarface.risk.backtest.BackTestReport.FlagsByCall;
import io.familiarface.risk.backtest.BackTestReport.LeadTime;
import io.familiarface.risk.metrics.BootstrapSamples;
import io.familiarface.risk.metrics.CustomerProportion;
import io.familiarface.risk.metrics.Interval;
import io.familiarface.risk.state.Flag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What flags led to, and what counting changes would have led to in their place. */
final class FlagSummary {

  private static final int[] LEAD_DAYS = {0, 7, 14, 30, 60, 90, 180};
  private static final int[] CHANGES = {1, 2, 3};
  private static final int CHANGES_DAYS = 180;
  private static final double DAYS_OF_A_MONTH = 30.44;

  private final List<FlagTimeline> timelines;
  private final Instant from;
  private final Instant to;
  private final Duration horizon;
  private final BootstrapSamples draws;
  private final int customers;
  private final CustomerProportion leaving;
  private final CustomerProportion underFlag;
  private final CustomerProportion precision;
  private final CustomerProportion byRule;
  private final CustomerProportion byProbability;

  FlagSummary(
      List<FlagTimeline> timelines,
      Instant from,
      Instant to,
      OriginPredictions judged,
      BootstrapSamples draws) {
    this.timelines = timelines;
    this.from = from;
    this.to = to;
    this.draws = draws;
    horizon = Duration.ofDays(judged.horizonDays());
    customers = draws.customers();
    leaving = new CustomerProportion(customers);
    judged
        .all()
        .forEach(
            one -> leaving.add(one.customer(), 1, one.leftWithin(judged.horizonDays()) ? 1 : 0));
    underFlag = new CustomerProportion(customers);
    timelines.forEach(
        timeline ->
            underFlag.add(
                timeline.customer(),
                timeline.cancellations(from, to).size(),
                timeline.lost(from, to).size()));
    precision = precision(null);
    byRule = precision(false);
    byProbability = precision(true);
  }

  private CustomerProportion precision(Boolean probability) {
    var share = new CustomerProportion(customers);
    for (var timeline : timelines) {
      var over = timeline.raised(from, to.minus(horizon), probability);
      share.add(
          timeline.customer(),
          over.size(),
          over.stream().filter(flag -> isFollowed(timeline, flag.raisedAt())).count());
    }
    return share;
  }

  /** What became of flags whose customers were called, and of the others. */
  FlagsByCall byCall() {
    var called = new CustomerProportion(customers);
    var others = new CustomerProportion(customers);
    var numbers = new int[2];
    for (var timeline : timelines) {
      for (var flag : timeline.raised(from, to.minus(horizon), null)) {
        var isCalled = isCalled(timeline, flag.raisedAt());
        numbers[isCalled ? 0 : 1]++;
        (isCalled ? called : others)
            .add(timeline.customer(), 1, isFollowed(timeline, flag.raisedAt()) ? 1 : 0);
      }
    }
    return new FlagsByCall(numbers[0], interval(called), numbers[1], interval(others));
  }

  /** Before they left, if they did. */
  private boolean isCalled(FlagTimeline timeline, Instant raised) {
    var over = raised.plus(horizon);
    var until =
        timeline.cancellations(raised, over).stream().min(Comparator.naturalOrder()).orElse(over);
    return timeline.isCalled(raised, until);
  }

  private boolean isFollowed(FlagTimeline timeline, Instant alert) {
    return timeline.leaves(alert, alert.plus(horizon));
  }

  FlagRecord record() {
    var raised = raised(null);
    return new FlagRecord(
        raised,
        orNull(precision.value()),
        raised(false),
        orNull(byRule.value()),
        raised(true),
        orNull(byProbability.value()),
        orNull(underFlag.value()),
        median(lost().mapToDouble(Flag::leadDays).toArray()),
        median(lost().mapToDouble(Flag::leadVisits).toArray()),
        leadTimes(),
        inCustomerMonths(raised),
        7.0 * raised / Math.max(1, Duration.between(from, to).toDays()));
  }

  private int raised(Boolean probability) {
    return timelines.stream()
        .mapToInt(timeline -> timeline.raised(from, to, probability).size())
        .sum();
  }

  private Stream<Flag> lost() {
    return timelines.stream().flatMap(timeline -> timeline.lost(from, to).stream());
  }

  private double inCustomerMonths(int alerts) {
    var months = timelines.stream().mapToDouble(FlagTimeline::days).sum() / DAYS_OF_A_MONTH;
    return months == 0 ? 0 : 100 * alerts / months;
  }

  private List<LeadTime> leadTimes() {
    var bins = new ArrayList<LeadTime>();
    for (var i = 0; i < LEAD_DAYS.length; i++) {
      int least = LEAD_DAYS[i];
      Integer below = i + 1 < LEAD_DAYS.length ? (Integer) LEAD_DAYS[i + 1] : null;
      var within =
          lost()
              .mapToInt(Flag::leadDays)
              .filter(days -> days >= least && (below == null || days < below))
              .count();
      bins.add(new LeadTime(least, below, (int) within));
    }
    return bins;
  }

  FlagIntervals intervals() {
    return new FlagIntervals(
        interval(precision),
        interval(byRule),
        interval(byProbability),
        interval(underFlag),
        medianLeadDays(),
        lift(precision),
        lift(byRule));
  }

  private Interval interval(CustomerProportion share) {
    return draws.interval(share.value(), share::value);
  }

  private Interval lift(CustomerProportion share) {
    return draws.interval(
        share.value() / leaving.value(), drawn -> share.value(drawn) / leaving.value(drawn));
  }

  private record Lead(int customer, int days) {}

  private Interval medianLeadDays() {
    var leads =
        timelines.stream()
            .flatMap(
                timeline ->
                    timeline.lost(from, to).stream()
                        .map(flag -> new Lead(timeline.customer(), flag.leadDays())))
            .sorted(Comparator.comparingInt(Lead::days))
            .toList();
    var once = new int[customers];
    Arrays.fill(once, 1);
    return draws.interval(median(leads, once), drawn -> median(leads, drawn));
  }

  private static double median(List<Lead> ascending, int[] drawn) {
    var days =
        ascending.stream()
            .flatMapToInt(lead -> IntStream.generate(lead::days).limit(drawn[lead.customer()]))
            .asDoubleStream()
            .toArray();
    var median = median(days);
    return median == null ? Double.NaN : median;
  }

  /** What somebody would have got who calls whenever there were so many changes lately. */
  List<CountingAlerts> countingChanges() {
    return Arrays.stream(CHANGES).mapToObj(this::counting).toList();
  }

  private CountingAlerts counting(int changes) {
    var within = Duration.ofDays(CHANGES_DAYS);
    var followed = new CustomerProportion(customers);
    var found = new CustomerProportion(customers);
    var raised = 0;
    for (var timeline : timelines) {
      var alerts = timeline.alerts(changes, within, from, to);
      var over = alerts.stream().filter(at -> !at.isAfter(to.minus(horizon))).toList();
      var gone = timeline.cancellations(from, to);
      raised += alerts.size();
      followed.add(
          timeline.customer(),
          over.size(),
          over.stream().filter(at -> isFollowed(timeline, at)).count());
      found.add(
          timeline.customer(),
          gone.size(),
          gone.stream().filter(at -> timeline.changes(at, within) >= changes).count());
    }
    return new CountingAlerts(
        changes,
        CHANGES_DAYS,
        raised,
        interval(followed),
        interval(found),
        lift(followed),
        inCustomerMonths(raised));
  }

  private static Double orNull(double value) {
    return Double.isNaN(value) ? null : (Double) value;
  }

  private static Double median(double[] values) {
    if (values.length == 0) {
      return null;
    }
    Arrays.sort(values);
    var middle = values.length / 2;
    return values.length % 2 == 1
        ? values[middle]
        : (Double) ((values[middle - 1] + values[middle]) / 2);
  }
}
