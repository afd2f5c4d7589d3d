package io.familiarface.risk.advice;

import io.familiarface.risk.engine.RiskEngine;
import io.familiarface.risk.finding.FindingRules;
import io.familiarface.risk.reason.Wording;
import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.signal.ComplaintResolved;
import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.signal.Mood;
import io.familiarface.risk.signal.MoodNoted;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.state.CustomerState;
import io.familiarface.risk.state.CustomerStatus;
import io.familiarface.risk.whatif.HypotheticalVisit;
import io.familiarface.risk.whatif.WhatIfAnalysis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/**
 * What would help. Each piece of advice is tried out on a copy of the customer; all are judged at
 * the same instant, as is the present plan, and only those that lower the risk against it are
 * given.
 */
public final class Adviser {

  private static final UUID NOT_A_REAL_ONE = new UUID(0, 0);

  /** What changes the probability by less cannot be seen in it. */
  private static final double WORTH_DOING = 0.0001;

  private final RiskEngine engine;

  public Adviser(RiskEngine engine) {
    this.engine = engine;
  }

  public List<Advice> advise(
      CustomerState state, Instant now, AdviceConstraints possible, Wording wording) {
    if (engine.score(state, now).standing() != CustomerStatus.ACTIVE) {
      return List.of();
    }
    var next = NextVisitAdvice.of(state, possible, wording);
    var asPlanned =
        AdviceCandidate.asPlanned(
            next.map(NextVisitAdvice::asPlanned)
                .orElse(possible.next() == null ? null : possible.next().asPlanned()));
    var ideas = new ArrayList<AdviceCandidate>();
    next.ifPresent(visit -> ideas.addAll(visit.ideas()));
    ideas.addAll(atOnce(state, now, asPlanned.visit(), wording));
    return helpful(state, now, asPlanned, ideas);
  }

  private List<Advice> helpful(
      CustomerState state, Instant now, AdviceCandidate asPlanned, List<AdviceCandidate> ideas) {
    var withPlan = tryOut(asPlanned, state);
    var at = later(now, withPlan.lastSignalAt().orElse(now));
    var outcomes = new LinkedHashMap<AdviceCandidate, CustomerState>();
    for (var idea : ideas) {
      var outcome = tryOut(idea, state);
      outcomes.put(idea, outcome);
      at = later(at, outcome.lastSignalAt().orElse(at));
    }
    var probabilityAsPlanned = engine.score(withPlan, at).probability();
    var helpful = new ArrayList<Advice>();
    for (var tried : outcomes.entrySet()) {
      var probability = engine.score(tried.getValue(), at).probability();
      if (probabilityAsPlanned - probability >= WORTH_DOING) {
        helpful.add(advice(tried.getKey(), at, probabilityAsPlanned, probability));
      }
    }
    helpful.sort(Comparator.comparingDouble(Advice::probabilityAfter));
    return helpful;
  }

  private static Advice advice(AdviceCandidate idea, Instant at, double asPlanned, double after) {
    return new Advice(
        idea.action(), idea.text(), at, asPlanned, after, idea.technicianId(), idea.visitAt());
  }

  private List<AdviceCandidate> atOnce(
      CustomerState state, Instant now, HypotheticalVisit asPlanned, Wording wording) {
    var ideas = new ArrayList<AdviceCandidate>();
    var justAfter = later(now, state.lastSignalAt().map(last -> last.plusMillis(1)).orElse(now));
    if (isWorthACall(state, now)) {
      ideas.add(call(justAfter, asPlanned));
    }
    if (!state.openCases().isEmpty()) {
      ideas.add(closeTheCase(state, justAfter, asPlanned, wording));
    }
    return ideas;
  }

  /** A call to somebody with whom all is well would only make them wonder. */
  private boolean isWorthACall(CustomerState state, Instant now) {
    return state.flags().open()
        || !new FindingRules(engine.settings().findings()).of(state, EpochMicros.of(now)).isEmpty();
  }

  /** A call that goes well: they end it grateful. What a call that goes badly does, nobody asks. */
  private static AdviceCandidate call(Instant at, HypotheticalVisit asPlanned) {
    return AdviceCandidate.atOnce(
        Action.CALL_NOW,
        "Call them now: hear them out, own what went wrong and say what comes next.",
        List.of(new MoodNoted(NOT_A_REAL_ONE, at, Mood.GRATEFUL)),
        asPlanned);
  }

  private static AdviceCandidate closeTheCase(
      CustomerState state, Instant at, HypotheticalVisit asPlanned, Wording wording) {
    var since = EpochMicros.instant(state.openCases().get(0).since());
    var settled = new ArrayList<Signal>();
    for (var open : state.openCases()) {
      settled.add(new ComplaintResolved(open.complaintId(), at, Answer.YES));
    }
    return AdviceCandidate.atOnce(
        Action.CLOSE_THE_CASE,
        "Settle their complaint, open since %s, to their satisfaction."
            .formatted(wording.day(since)),
        settled,
        asPlanned);
  }

  private CustomerState tryOut(AdviceCandidate idea, CustomerState state) {
    var supposed = state.copy();
    idea.happenings().stream()
        .sorted(Signal.ORDER)
        .forEach(signal -> engine.apply(supposed, signal));
    if (idea.visit() != null) {
      new WhatIfAnalysis(engine).letHappen(supposed, idea.visit());
    }
    return supposed;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
