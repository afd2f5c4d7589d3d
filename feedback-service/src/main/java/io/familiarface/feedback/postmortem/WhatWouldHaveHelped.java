package io.familiarface.feedback.postmortem;

import io.familiarface.risk.engine.RiskEngine;
import io.familiarface.risk.reason.Wording;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.signal.SignalKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Replays a history with one thing gone otherwise, and asks the engine what the risk would have
 * been at the same instant.
 *
 * @param probability as it was
 * @param each what would have lowered it, the most first
 * @param together had all of these gone otherwise, of one subject the best
 */
record WhatWouldHaveHelped(double probability, List<Help> each, double together) {
  /** The newest so many are asked after: what is older has faded. */
  private static final int ASKED_AT_MOST = 40;

  private static final int TOLD_AT_MOST = 10;

  /** Less than that nobody notices. */
  private static final double WORTH_TELLING = 0.0005;

  record Help(Counterfactual what, double probability) {}

  /**
   * @param history in order
   * @param at no earlier than the last of it
   */
  static WhatWouldHaveHelped of(
      RiskEngine engine, List<Signal> history, Instant at, Wording wording) {
    double was = probability(engine, history, at, List.of());
    List<Counterfactual> all = Counterfactuals.of(engine, history, at, wording);
    List<Help> helps = new ArrayList<>();
    for (Counterfactual one : all.subList(Math.max(0, all.size() - ASKED_AT_MOST), all.size())) {
      double probability = probability(engine, history, at, List.of(one));
      if (was - probability >= WORTH_TELLING) {
        helps.add(new Help(one, probability));
      }
    }
    helps.sort(Comparator.comparing(Help::probability));
    Map<UUID, Counterfactual> best = new HashMap<>();
    helps.forEach(help -> best.putIfAbsent(help.what().subject(), help.what()));
    return new WhatWouldHaveHelped(
        was,
        helps.stream().limit(TOLD_AT_MOST).toList(),
        best.isEmpty() ? was : probability(engine, history, at, List.copyOf(best.values())));
  }

  private static double probability(
      RiskEngine engine, List<Signal> history, Instant at, List<Counterfactual> otherwise) {
    Map<SignalKey, Signal> imagined = new HashMap<>();
    history.forEach(signal -> imagined.put(signal.key(), signal));
    for (Counterfactual one : otherwise) {
      one.withdrawn().forEach(imagined::remove);
    }
    for (Counterfactual one : otherwise) {
      one.instead().forEach(signal -> imagined.put(signal.key(), signal));
    }
    return engine.score(engine.replay(imagined.values(), at), at).probability();
  }
}
