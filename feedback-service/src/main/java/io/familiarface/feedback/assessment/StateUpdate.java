package io.familiarface.feedback.assessment;

import io.familiarface.risk.engine.RiskEngine;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.state.CustomerState;
import io.familiarface.risk.state.FlagHistory;
import java.time.Instant;
import java.util.List;

/**
 * Brings a customer's state up to date: by the new signals alone where they come in order. When the
 * model has changed the customer is replayed, and keeps the flags that the former model left.
 */
final class StateUpdate {
  private final RiskEngine engine;
  private final Instant until;
  private final FlagHistory inherited;
  private CustomerState state;
  private Instant firstAt;
  private Instant lastAt;
  private Instant pendingFrom;

  private StateUpdate(
      RiskEngine engine,
      Instant until,
      CustomerRisk risk,
      FlagHistory inherited,
      CustomerState state) {
    this.engine = engine;
    this.until = until;
    this.inherited = inherited;
    this.state = state;
    this.firstAt = risk.firstAt();
    this.lastAt = risk.lastAt();
    this.pendingFrom = risk.pendingFrom();
  }

  /**
   * @param inheriting what it needs to know when it is replayed
   * @param now when a model that was not used for the customer before takes over
   * @param until signals later than this have not happened yet
   * @return nothing but the state where the news is in order; else {@link #needsReplay} is true
   */
  static StateUpdate of(
      InheritedFlags inheriting,
      RiskEngine engine,
      CustomerRisk risk,
      SignalDelta delta,
      Instant now,
      Instant until) {
    CustomerState stored = decoded(engine, risk);
    boolean waiting = risk.pendingFrom() != null && !risk.pendingFrom().isAfter(until);
    boolean sameModel = engine.model().version().equals(risk.modelVersion());
    boolean usable =
        stored != null && !delta.corrected() && !waiting && (risk.state() == null || sameModel);
    FlagHistory inherited = inheriting.of(engine, risk, stored, now);
    StateUpdate progress = new StateUpdate(engine, until, risk, inherited, usable ? stored : null);
    if (usable) {
      progress.apply(delta.added());
    }
    return progress;
  }

  boolean needsReplay() {
    return state == null;
  }

  /** Starts anew from all that has happened. */
  void replay(List<Signal> history, Instant firstPending) {
    state =
        inherited == null
            ? engine.replay(history, until)
            : engine.replay(history, until, inherited);
    firstAt = history.stream().map(Signal::at).min(Instant::compareTo).orElse(null);
    lastAt = history.stream().map(Signal::at).max(Instant::compareTo).orElse(null);
    pendingFrom = firstPending;
  }

  CustomerState state() {
    return state;
  }

  Instant firstAt() {
    return firstAt;
  }

  Instant lastAt() {
    return lastAt;
  }

  Instant pendingFrom() {
    return pendingFrom;
  }

  private void apply(List<Signal> signals) {
    for (Signal signal : signals) {
      if (signal.at().isAfter(until)) {
        if (pendingFrom == null || signal.at().isBefore(pendingFrom)) {
          pendingFrom = signal.at();
        }
      } else if (engine.isNext(state, signal)) {
        engine.apply(state, signal);
        firstAt = firstAt == null ? signal.at() : firstAt;
        lastAt = signal.at();
      } else {
        state = null;
        return;
      }
    }
  }

  /** Null when it was written in a format of another version of this service. */
  static CustomerState decoded(RiskEngine engine, CustomerRisk risk) {
    try {
      return risk.state() == null ? engine.start() : CustomerState.decode(risk.state());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
