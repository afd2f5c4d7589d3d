package io.familiarface.risk.whatif;

import io.familiarface.risk.RiskEngine;
import io.familiarface.risk.Wording;
import io.familiarface.risk.state.AgreementTrack;
import io.familiarface.risk.state.CustomerState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Asks the engine what would be if; both answers are for the same instant. */
public final class Supposing {

  private final RiskEngine engine;

  public Supposing(RiskEngine engine) {
    this.engine = engine;
  }

  public WhatIf ask(
      CustomerState state, Instant now, List<HypotheticalVisit> visits, Wording wording) {
    var instant = latest(state, now, visits);
    var supposed = state.copy();
    var broken = new ArrayList<UUID>();
    var released = new ArrayList<UUID>();
    var change = false;
    var inOrder = new ArrayList<>(visits);
    inOrder.sort(Comparator.comparing(HypotheticalVisit::scheduledAt));
    for (var visit : inOrder) {
      var hypothesis = take(supposed, visit);
      change |= hypothesis.isTechnicianChange();
      broken.addAll(hypothesis.promisesBroken());
      released.addAll(hypothesis.promisesReleased());
      instant = later(instant, supposed.lastSignalAt().orElse(instant));
    }
    return new WhatIf(
        engine.assess(state, instant, wording),
        engine.assess(supposed, instant, wording),
        change,
        broken,
        released);
  }

  /** Lets a visit happen to a copy. */
  private Hypothesis take(CustomerState supposed, HypotheticalVisit visit) {
    var hypothesis = new Hypothesis(supposed, visit, after(supposed, visit.scheduledAt()));
    hypothesis.signals().forEach(signal -> engine.apply(supposed, signal));
    return hypothesis;
  }

  /** Lets a visit happen to a copy of a customer. */
  public void letHappen(CustomerState copy, HypotheticalVisit visit) {
    take(copy, visit);
  }

  public static boolean isTechnicianChange(CustomerState state, HypotheticalVisit visit) {
    return new Hypothesis(state, visit, visit.scheduledAt()).isTechnicianChange();
  }

  /** The agreement that a visit without one is meant for: the first that runs. */
  public static AgreementTrack agreementOf(CustomerState state, UUID agreementId) {
    return Hypothesis.trackOf(state, agreementId);
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
