package io.familiarface.risk.whatif;

import io.familiarface.risk.engine.RiskEngine;
import io.familiarface.risk.reason.Wording;
import io.familiarface.risk.signal.AgreementStarted;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.state.CustomerState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Asks the engine what would be if; both answers are for the same instant. */
public final class WhatIfAnalysis {

  private final RiskEngine engine;

  public WhatIfAnalysis(RiskEngine engine) {
    this.engine = engine;
  }

  /** As {@link #ask(CustomerState, Instant, List, List, Wording)}, of whom nothing is to come. */
  public WhatIfResult ask(
      CustomerState state, Instant now, List<HypotheticalVisit> visits, Wording wording) {
    return ask(state, now, List.of(), visits, wording);
  }

  /**
   * @param coming the agreements that have yet to begin: those that begin by the last of the visits
   *     do so in both answers, or a first visit would happen to a customer without agreements
   */
  public WhatIfResult ask(
      CustomerState state,
      Instant now,
      List<AgreementStarted> coming,
      List<HypotheticalVisit> visits,
      Wording wording) {
    var present = state.copy();
    var supposed = state.copy();
    var inOrder = new ArrayList<>(visits);
    inOrder.sort(Comparator.comparing(HypotheticalVisit::scheduledAt));
    var broken = new ArrayList<UUID>();
    var released = new ArrayList<UUID>();
    var change = false;
    var begun = Instant.MIN;
    for (var visit : inOrder) {
      begin(present, coming, begun, visit.scheduledAt());
      begin(supposed, coming, begun, visit.scheduledAt());
      begun = later(begun, visit.scheduledAt());
      var consequences = letHappen(supposed, visit);
      change |= consequences.isTechnicianChange();
      broken.addAll(consequences.promisesBroken());
      released.addAll(consequences.promisesReleased());
    }
    var instant = latest(present, now, visits);
    instant = later(instant, supposed.lastSignalAt().orElse(instant));
    return new WhatIfResult(
        engine.assess(present, instant, wording),
        engine.assess(supposed, instant, wording),
        change,
        broken,
        released);
  }

  private void begin(
      CustomerState copy, List<AgreementStarted> coming, Instant after, Instant until) {
    coming.stream()
        .filter(one -> one.at().isAfter(after) && !one.at().isAfter(until))
        .sorted(Signal.ORDER)
        .filter(one -> engine.isNext(copy, one))
        .forEach(one -> engine.apply(copy, one));
  }

  /** Lets a visit happen to a copy of a customer. */
  public VisitConsequences letHappen(CustomerState copy, HypotheticalVisit visit) {
    var consequences = new VisitConsequences(copy, visit, after(copy, visit.scheduledAt()));
    consequences.signals().forEach(signal -> engine.apply(copy, signal));
    return consequences;
  }

  public static boolean isTechnicianChange(CustomerState state, HypotheticalVisit visit) {
    return new VisitConsequences(state, visit, visit.scheduledAt()).isTechnicianChange();
  }

  private static Instant latest(CustomerState state, Instant now, List<HypotheticalVisit> visits) {
    var latest = later(now, state.lastSignalAt().orElse(now));
    for (var visit : visits) {
      latest = later(latest, visit.scheduledAt());
    }
    return latest;
  }

  /** A hypothetical visit in the past of what is known is taken to happen right after it. */
  private static Instant after(CustomerState state, Instant scheduledAt) {
    var earliest = state.lastSignalAt().map(last -> last.plusMillis(1)).orElse(scheduledAt);
    return later(scheduledAt, earliest);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
