package io.familiarface.feedback.learning;

import io.familiarface.feedback.learning.BackTestReport.By;
import io.familiarface.feedback.learning.BackTestReport.FlagRecord;
import io.familiarface.feedback.learning.BackTestReport.FlagVolume;
import io.familiarface.feedback.learning.BackTestReport.LeadTime;
import io.familiarface.feedback.risk.ReasonCode;
import io.familiarface.feedback.risk.RiskEngine;
import io.familiarface.feedback.risk.RiskSettings;
import io.familiarface.feedback.risk.Standing;
import io.familiarface.feedback.risk.flag.Flag;
import io.familiarface.feedback.risk.flag.FlagState;
import io.familiarface.feedback.risk.model.RiskModel;
import io.familiarface.feedback.risk.signal.AgreementCancelled;
import io.familiarface.feedback.risk.state.Micros;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The flags that would have been raised, by the model of the first origin, and what they led to.
 */
final class FlagReplay {

  private static final Duration STEP = Duration.ofDays(45);
  private static final int[] LEAD_DAYS = {0, 7, 14, 30, 60, 90, 180};

  private final RiskEngine engine;
  private final int horizonDays;
  private final Under byRule = new Under();
  private final Under byProbability = new Under();
  private int customersAtOrigins;

  FlagReplay(RiskModel model, RiskSettings settings) {
    engine = new RiskEngine(model, settings);
    horizonDays = settings.horizonDays();
  }

  /** A flag and when the customer left after it, or null. */
  private record Raised(Flag flag, Instant leftAt) {}

  /** Customers under a flag of one kind at the origins, and how many of them left. */
  private static final class Under {
    private int customers;
    private int left;

    FlagVolume in(int all, By by) {
      return new FlagVolume(
          by,
          all == 0 ? 0 : 100.0 * customers / all,
          customers == 0 ? null : (Double) (left / (double) customers));
    }
  }

  /** How many were under a flag at a time; known once the flags have been replayed. */
  List<FlagVolume> volume() {
    return List.of(
        byRule.in(customersAtOrigins, By.RULE_ALONE),
        byProbability.in(customersAtOrigins, By.PROBABILITY));
  }

  FlagRecord record(
      List<CustomerHistory> histories, Instant from, Instant to, List<Instant> origins) {
    var stops = new TreeSet<>(origins);
    for (var at = from; at.isBefore(to); at = at.plus(STEP)) {
      stops.add(at);
    }
    stops.add(to);
    var raised = new ArrayList<Raised>();
    var cancellations = 0;
    var customerDays = 0.0;
    for (var history : histories) {
      var leftAt = leftAt(history, from, to);
      cancellations += leftAt == null ? 0 : 1;
      var flags = new TreeMap<Instant, Flag>();
      customerDays += replay(history, from, stops, origins, flags);
      for (var flag : flags.values()) {
        raised.add(new Raised(flag, leftAt));
      }
    }
    return summary(raised, cancellations, customerDays / 30.44, from, to);
  }

  /** Collects the flags that were raised in the window; answers the days served. */
  private double replay(
      CustomerHistory history,
      Instant from,
      TreeSet<Instant> stops,
      List<Instant> origins,
      TreeMap<Instant, Flag> flags) {
    var state = engine.start();
    var next = 0;
    var days = 0.0;
    Instant before = null;
    var served = false;
    for (var at : stops) {
      days += served ? Micros.days(Micros.of(before), Micros.of(at)) : 0;
      while (next < history.signals().size() && !history.signals().get(next).at().isAfter(at)) {
        engine.apply(state, history.signals().get(next++));
      }
      var now = engine.flags(state, at);
      now.stream()
          .filter(flag -> !flag.raisedAt().isBefore(from))
          .forEach(flag -> flags.put(flag.raisedAt(), flag));
      before = at;
      served = state.standing() == Standing.ACTIVE;
      if (served && origins.contains(at)) {
        count(history, at, now);
      }
    }
    return days;
  }

  private void count(CustomerHistory history, Instant at, List<Flag> flags) {
    customersAtOrigins++;
    for (var flag : flags) {
      if (flag.open()) {
        var under = byProbability(flag) ? byProbability : byRule;
        under.customers++;
        under.left += leftAt(history, at, at.plus(Duration.ofDays(horizonDays))) == null ? 0 : 1;
      }
    }
  }

  private static Instant leftAt(CustomerHistory history, Instant from, Instant to) {
    return history.signals().stream()
        .filter(AgreementCancelled.class::isInstance)
        .map(signal -> signal.at())
        .filter(at -> at.isAfter(from) && !at.isAfter(to))
        .findFirst()
        .orElse(null);
  }

  private FlagRecord summary(
      List<Raised> raised, int cancellations, double customerMonths, Instant from, Instant to) {
    var lost = raised.stream().filter(one -> one.flag.state() == FlagState.LOST).toList();
    var byProbability = raised.stream().filter(one -> byProbability(one.flag)).toList();
    var byRule = raised.stream().filter(one -> !byProbability(one.flag)).toList();
    return new FlagRecord(
        raised.size(),
        precision(raised, to),
        byRule.size(),
        precision(byRule, to),
        byProbability.size(),
        precision(byProbability, to),
        cancellations == 0 ? null : Math.min(1, lost.size() / (double) cancellations),
        median(lost.stream().mapToDouble(one -> one.flag.leadDays()).toArray()),
        median(lost.stream().mapToDouble(one -> one.flag.leadVisits()).toArray()),
        leadTimes(lost),
        customerMonths == 0 ? 0 : 100 * raised.size() / customerMonths,
        7.0 * raised.size() / Math.max(1, Duration.between(from, to).toDays()));
  }

  private static List<LeadTime> leadTimes(List<Raised> lost) {
    var bins = new ArrayList<LeadTime>();
    for (var i = 0; i < LEAD_DAYS.length; i++) {
      int from = LEAD_DAYS[i];
      Integer to = i + 1 < LEAD_DAYS.length ? (Integer) LEAD_DAYS[i + 1] : null;
      var within =
          lost.stream()
              .mapToInt(one -> one.flag.leadDays())
              .filter(days -> days >= from && (to == null || days < to))
              .count();
      bins.add(new LeadTime(from, to, (int) within));
    }
    return bins;
  }

  private static boolean byProbability(Flag flag) {
    return flag.reasons().contains(ReasonCode.HIGH_PROBABILITY);
  }

  private Double precision(List<Raised> raised, Instant to) {
    var judgedUntil = to.minus(Duration.ofDays(horizonDays));
    var over = raised.stream().filter(one -> !one.flag.raisedAt().isAfter(judgedUntil)).toList();
    if (over.isEmpty()) {
      return null;
    }
    var followed = over.stream().filter(this::followed).count();
    return followed / (double) over.size();
  }

  private boolean followed(Raised raised) {
    var end = raised.flag.raisedAt().plus(Duration.ofDays(horizonDays));
    return raised.leftAt != null
        && !raised.leftAt.isBefore(raised.flag.raisedAt())
        && !raised.leftAt.isAfter(end);
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
