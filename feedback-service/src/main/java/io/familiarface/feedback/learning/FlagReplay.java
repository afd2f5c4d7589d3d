package io.familiarface.feedback.learning;

import io.familiarface.feedback.learning.BackTestReport.FlagRecord;
import io.familiarface.feedback.learning.BackTestReport.LeadTime;
import io.familiarface.feedback.risk.ReasonCode;
import io.familiarface.feedback.risk.RiskEngine;
import io.familiarface.feedback.risk.RiskSettings;
import io.familiarface.feedback.risk.Standing;
import io.familiarface.feedback.risk.flag.Flag;
import io.familiarface.feedback.risk.flag.FlagState;
import io.familiarface.feedback.risk.model.RiskModel;
import io.familiarface.feedback.risk.signal.AgreementCancelled;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The flags that would have been raised, by the model of the first origin, and what they led to.
 */
final class FlagReplay {

  private static final Duration STEP = Duration.ofDays(45);
  private static final int[] LEAD_DAYS = {0, 7, 14, 30, 60, 90, 180};

  private final RiskEngine engine;
  private final int horizonDays;

  FlagReplay(RiskModel model, RiskSettings settings) {
    engine = new RiskEngine(model, settings);
    horizonDays = settings.horizonDays();
  }

  /** A flag and when the customer left after it, or null. */
  private record Raised(Flag flag, Instant leftAt) {}

  FlagRecord record(List<CustomerHistory> histories, Instant from, Instant to) {
    var raised = new ArrayList<Raised>();
    var cancellations = 0;
    var customerDays = 0.0;
    for (var history : histories) {
      var leftAt = leftAt(history, from, to);
      cancellations += leftAt == null ? 0 : 1;
      var flags = new TreeMap<Instant, Flag>();
      customerDays += replay(history, from, to, flags);
      for (var flag : flags.values()) {
        raised.add(new Raised(flag, leftAt));
      }
    }
    return summary(raised, cancellations, customerDays / 30.44, to);
  }

  /** Collects the flags that were open at some time in the window; answers the days served. */
  private double replay(
      CustomerHistory history, Instant from, Instant to, TreeMap<Instant, Flag> flags) {
    var state = engine.start();
    var next = 0;
    var days = 0.0;
    for (var at = from; ; at = at.plus(STEP)) {
      var until = at.isAfter(to) ? to : at;
      while (next < history.signals().size() && !history.signals().get(next).at().isAfter(until)) {
        engine.apply(state, history.signals().get(next++));
      }
      engine.flags(state, until).stream()
          .filter(flag -> !flag.raisedAt().isBefore(from))
          .forEach(flag -> flags.put(flag.raisedAt(), flag));
      if (until.equals(to)) {
        return days;
      }
      days += state.standing() == Standing.ACTIVE ? STEP.toDays() : 0;
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
      List<Raised> raised, int cancellations, double customerMonths, Instant to) {
    var lost = raised.stream().filter(one -> one.flag.state() == FlagState.LOST).toList();
    var byProbability = raised.stream().filter(FlagReplay::byProbability).toList();
    var byRule = raised.stream().filter(Predicate.not(FlagReplay::byProbability)).toList();
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
        customerMonths == 0 ? 0 : 100 * raised.size() / customerMonths);
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

  private static boolean byProbability(Raised raised) {
    return raised.flag.reasons().contains(ReasonCode.HIGH_PROBABILITY);
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
