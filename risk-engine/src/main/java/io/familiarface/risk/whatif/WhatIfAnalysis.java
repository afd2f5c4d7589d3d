package io.familiarface.risk.whatif;

import io.familiarface.risk.engine.RiskEngine;
import io.familiarface.risk.reason.Wording;
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

  public WhatIfResult ask(
      CustomerState state, Instant now, List<HypotheticalVisit> visits, Wording wording) {
    var instant = latest(state, now, visits);
    var supposed = state.copy();
    var broken = new ArrayList<UUID>();
    var released = new ArrayList<UUID>();
    var change = false;
    var inOrder = new ArrayList<>(visits);
    inOrder.sort(Comparator.comparing(HypotheticalVisit::scheduledAt));
    for (var visit : inOrder) {
      var consequences = letHappen(supposed, visit);
      change |= consequences.isTechnicianChange();
      broken.addAll(consequences.promisesBroken());
      released.addAll(consequences.promisesReleased());
      instant = later(instant, supposed.lastSignalAt().orElse(instant));
    }
    return new WhatIfResult(
        engine.assess(state, instant, wording),
        engine.assess(supposed, instant, wording),
        change,
        broken,
        released);
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
