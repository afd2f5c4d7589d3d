package io.familiarface.risk.backtest;

import io.familiarface.risk.backtest.BackTestReport.By;
import io.familiarface.risk.backtest.BackTestReport.FlagVolume;
import io.familiarface.risk.engine.RiskEngine;
import io.familiarface.risk.engine.RiskEngineSettings;
import io.familiarface.risk.learning.CustomerHistory;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.state.CustomerState;
import io.familiarface.risk.state.CustomerStatus;
import io.familiarface.risk.state.Flag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** The flags that would have been raised by the model of the first origin. */
final class FlagReplay {

  private static final Duration STEP = Duration.ofDays(45);

  private final RiskEngine engine;
  private final Duration horizon;
  private final List<FlagTimeline> timelines = new ArrayList<>();
  private final FlaggedCount byRule = new FlaggedCount();
  private final FlaggedCount byProbability = new FlaggedCount();
  private int customersAtOrigins;

  FlagReplay(RiskModel model, RiskEngineSettings settings) {
    engine = new RiskEngine(model, settings);
    horizon = Duration.ofDays(settings.horizonDays());
  }

  /** Customers under a flag of one kind at the origins, and how many of them left. */
  private static final class FlaggedCount {
    private int customers;
    private int left;

    FlagVolume in(int all, By by) {
      return new FlagVolume(
          by,
          all == 0 ? 0 : 100.0 * customers / all,
          customers == 0 ? null : (Double) (left / (double) customers));
    }
  }

  /** How many were under a flag at a time. */
  List<FlagVolume> volume() {
    return List.of(
        byRule.in(customersAtOrigins, By.RULE_ALONE),
        byProbability.in(customersAtOrigins, By.PROBABILITY));
  }

  List<FlagTimeline> timelines() {
    return timelines;
  }

  FlagReplay replay(
      List<CustomerHistory> histories,
      Map<UUID, Integer> numbers,
      Calls calls,
      Instant from,
      Instant to,
      List<Instant> origins) {
    var stops = new TreeSet<>(origins);
    for (var at = from; at.isBefore(to); at = at.plus(STEP)) {
      stops.add(at);
    }
    stops.add(to);
    for (var history : histories) {
      timelines.add(timeline(numbers.get(history.customerId()), history, calls, stops, origins));
    }
    return this;
  }

  private FlagTimeline timeline(
      int number,
      CustomerHistory history,
      Calls calls,
      TreeSet<Instant> stops,
      List<Instant> origins) {
    var state = engine.start();
    var flags = new TreeMap<Instant, Flag>();
    var changes = new ArrayList<Instant>();
    var cancellations = cancellations(history, stops.last());
    var next = 0;
    var days = 0.0;
    Instant before = null;
    var served = false;
    for (var at : stops) {
      days += served ? EpochMicros.days(EpochMicros.of(before), EpochMicros.of(at)) : 0;
      while (next < history.signals().size() && !history.signals().get(next).at().isAfter(at)) {
        take(state, history.signals().get(next++), changes);
      }
      var now = engine.flags(state, at);
      now.forEach(flag -> flags.put(flag.raisedAt(), flag));
      before = at;
      served = state.standing(EpochMicros.of(at)) == CustomerStatus.ACTIVE;
      if (served && origins.contains(at)) {
        count(now, at, cancellations);
      }
    }
    return new FlagTimeline(
        number, days, flags.values(), changes, cancellations, calls.of(history.customerId()));
  }

  private void take(CustomerState state, Signal signal, List<Instant> changes) {
    var before = state.changes();
    engine.apply(state, signal);
    if (state.changes() > before) {
      changes.add(signal.at());
    }
  }

  private void count(List<Flag> flags, Instant at, List<Instant> cancellations) {
    customersAtOrigins++;
    for (var flag : flags) {
      if (flag.open()) {
        var under = FlagTimeline.byProbability(flag) ? byProbability : byRule;
        under.customers++;
        under.left +=
            cancellations.stream()
                    .anyMatch(gone -> gone.isAfter(at) && !gone.isAfter(at.plus(horizon)))
                ? 1
                : 0;
      }
    }
  }

  private static List<Instant> cancellations(CustomerHistory history, Instant to) {
    return Arrays.stream(history.cancelledAt())
        .mapToObj(EpochMicros::instant)
        .filter(at -> !at.isAfter(to))
        .distinct()
        .toList();
  }
}
