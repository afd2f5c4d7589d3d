package io.familiarface.feedback.assessment;

import io.familiarface.feedback.risk.RiskEngine;
import io.familiarface.feedback.risk.signal.Signal;
import io.familiarface.feedback.risk.state.CustomerState;
import java.time.Instant;
import java.util.List;

/** Brings a customer's state up to date: by the new signals alone where they come in order. */
final class Progress {
  private final RiskEngine engine;
  private final Instant until;
  private CustomerState state;
  private Instant firstAt;
  private Instant lastAt;
  private Instant pendingFrom;

  private Progress(RiskEngine engine, Instant until, CustomerRisk risk, CustomerState state) {
    this.engine = engine;
    this.until = until;
    this.state = state;
    this.firstAt = risk.firstAt();
    this.lastAt = risk.lastAt();
    this.pendingFrom = risk.pendingFrom();
  }

  /**
   * @param until signals later than this have not happened yet
   * @return nothing but the state where the news is in order; else {@link #needsReplay} is true
   */
  static Progress of(RiskEngine engine, CustomerRisk risk, News news, Instant until) {
    boolean waiting = risk.pendingFrom() != null && !risk.pendingFrom().isAfter(until);
    boolean sameModel = engine.model().version().equals(risk.modelVersion());
    boolean usable = !news.corrected() && !waiting && (risk.state() == null || sameModel);
    CustomerState state = usable ? decoded(engine, risk) : null;
    Progress progress = new Progress(engine, until, risk, state);
    if (usable) {
      progress.apply(news.added());
    }
    return progress;
  }

  boolean needsReplay() {
    return state == null;
  }

  /** Starts anew from all that has happened. */
  void replay(List<Signal> history, Instant firstPending) {
    state = engine.replay(history, until);
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

  private static CustomerState decoded(RiskEngine engine, CustomerRisk risk) {
    return risk.state() == null ? engine.start() : CustomerState.decode(risk.state());
  }
}
