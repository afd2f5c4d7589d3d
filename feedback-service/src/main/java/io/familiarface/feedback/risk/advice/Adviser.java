package io.familiarface.feedback.risk.advice;

import io.familiarface.feedback.risk.RiskEngine;
import io.familiarface.feedback.risk.Standing;
import io.familiarface.feedback.risk.Wording;
import io.familiarface.feedback.risk.finding.Findings;
import io.familiarface.feedback.risk.signal.Answer;
import io.familiarface.feedback.risk.signal.ComplaintResolved;
import io.familiarface.feedback.risk.signal.Mood;
import io.familiarface.feedback.risk.signal.MoodNoted;
import io.familiarface.feedback.risk.signal.Signal;
import io.familiarface.feedback.risk.state.AgreementTrack;
import io.familiarface.feedback.risk.state.CustomerState;
import io.familiarface.feedback.risk.state.Micros;
import io.familiarface.feedback.risk.whatif.HypotheticalVisit;
import io.familiarface.feedback.risk.whatif.Supposing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * What would help. Each piece of advice is tried out on a copy of the customer; all are judged at
 * the same instant, and only those that lower the risk against the present plan are given.
 */
public final class Adviser {

  private static final UUID NOT_A_REAL_ONE = new UUID(0, 0);

  private final RiskEngine engine;

  public Adviser(RiskEngine engine) {
    this.engine = engine;
  }

  public List<Advice> advise(
      CustomerState state, Instant now, Possibilities possible, Wording wording) {
    if (engine.score(state, now).standing() != Standing.ACTIVE) {
      return List.of();
    }
    var ideas = ideas(state, now, possible, wording);
    var horizon = now;
    for (var idea : ideas) {
      horizon = idea.visit() == null ? horizon : later(horizon, idea.visit().scheduledAt());
    }
    var plan = new Idea(null, "", List.of(), possible.nextVisit());
    var asPlanned = tryOut(plan, state, horizon);
    var helpful = new ArrayList<Advice>();
    for (var idea : ideas) {
      var probability = tryOut(idea, state, horizon);
      if (probability < asPlanned) {
        helpful.add(idea.advice(probability));
      }
    }
    helpful.sort(Comparator.comparingDouble(Advice::probabilityAfter));
    return helpful;
  }

  private List<Idea> ideas(
      CustomerState state, Instant now, Possibilities possible, Wording wording) {
    var ideas = new ArrayList<Idea>();
    var planned = possible.nextVisit();
    var track = Supposing.agreementOf(state, planned == null ? null : planned.agreementId());
    if (track != null && track.usual() != null) {
      if (planned != null && Supposing.isTechnicianChange(state, planned)) {
        changePlanned(ideas, planned, track.usual(), possible, wording);
      } else {
        keepTheTechnician(ideas, track, now, planned, possible, wording);
      }
    }
    var justAfter = later(now, state.lastSignalAt().map(last -> last.plusMillis(1)).orElse(now));
    if (isWorthACall(state, now)) {
      ideas.add(call(justAfter, planned));
    }
    closeTheCase(ideas, state, justAfter, planned, wording);
    return ideas;
  }

  /** A call to somebody with whom all is well would only make her wonder. */
  private boolean isWorthACall(CustomerState state, Instant now) {
    return state.flags().open()
        || !new Findings(engine.settings().findings()).of(state, Micros.of(now)).isEmpty();
  }

  private static Idea call(Instant at, HypotheticalVisit planned) {
    return new Idea(
        Action.CALL_NOW,
        "Call her now: hear her out, own what went wrong and say what comes next.",
        List.of(new MoodNoted(NOT_A_REAL_ONE, at, Mood.GRATEFUL)),
        planned);
  }

  private static void changePlanned(
      List<Idea> ideas,
      HypotheticalVisit planned,
      UUID usual,
      Possibilities possible,
      Wording wording) {
    var back = possible.availableFrom().get(usual);
    if (back != null) {
      var when = later(back, planned.scheduledAt());
      var text =
          when.isAfter(planned.scheduledAt())
              ? "Move the visit of %s to %s, when %s is back."
                  .formatted(
                      wording.day(planned.scheduledAt()),
                      wording.day(when),
                      wording.technician(usual))
              : "Send %s, whom she knows, on %s."
                  .formatted(wording.technician(usual), wording.day(when));
      ideas.add(
          new Idea(
              Action.MOVE_VISIT_TO_USUAL_TECHNICIAN,
              text,
              List.of(),
              new HypotheticalVisit(planned.agreementId(), usual, when, null, null, null, null)));
    }
    ideas.add(
        new Idea(
            Action.TELL_AND_INTRODUCE_BEFOREHAND,
            "Tell her before %s that %s will come, and introduce them to each other."
                .formatted(
                    wording.day(planned.scheduledAt()), wording.technician(planned.technicianId())),
            List.of(),
            new HypotheticalVisit(
                planned.agreementId(),
                planned.technicianId(),
                planned.scheduledAt(),
                planned.changeReason(),
                planned.permanence(),
                Answer.YES,
                Answer.YES)));
  }

  private static void keepTheTechnician(
      List<Idea> ideas,
      AgreementTrack track,
      Instant now,
      HypotheticalVisit planned,
      Possibilities possible,
      Wording wording) {
    var from = possible.availableFrom().get(track.usual());
    if (from == null) {
      return;
    }
    var due = Micros.instant(Micros.plusDays(track.lastOccasionAt(), track.intervalDays()));
    var when = later(later(from, planned == null ? due : planned.scheduledAt()), now);
    ideas.add(
        new Idea(
            Action.KEEP_THE_TECHNICIAN,
            "Keep sending %s, whom she knows.".formatted(wording.technician(track.usual())),
            List.of(),
            new HypotheticalVisit(track.id(), track.usual(), when, null, null, null, null)));
  }

  private static void closeTheCase(
      List<Idea> ideas,
      CustomerState state,
      Instant at,
      HypotheticalVisit planned,
      Wording wording) {
    if (state.openCases().isEmpty()) {
      return;
    }
    var since = Micros.instant(state.openCases().get(0).since());
    var settled = new ArrayList<Signal>();
    for (var open : state.openCases()) {
      settled.add(new ComplaintResolved(open.complaintId(), at, Answer.YES));
    }
    ideas.add(
        new Idea(
            Action.CLOSE_THE_CASE,
            "Settle her complaint, open since %s, to her satisfaction."
                .formatted(wording.day(since)),
            settled,
            planned));
  }

  private double tryOut(Idea idea, CustomerState state, Instant horizon) {
    var supposed = state.copy();
    idea.happenings().stream()
        .sorted(Signal.ORDER)
        .forEach(signal -> engine.apply(supposed, signal));
    if (idea.visit() != null) {
      new Supposing(engine).letHappen(supposed, idea.visit());
    }
    var instant = later(horizon, supposed.lastSignalAt().orElse(horizon));
    return engine.score(supposed, instant).probability();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
