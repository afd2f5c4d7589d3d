package io.familiarface.feedback.postmortem;

import io.familiarface.feedback.assessment.CurrentModel;
import io.familiarface.feedback.assessment.CustomerStates;
import io.familiarface.feedback.complaint.CaseStory;
import io.familiarface.feedback.complaint.Complaints;
import io.familiarface.feedback.customer.CustomerCopy;
import io.familiarface.feedback.flag.CustomerFlags;
import io.familiarface.feedback.flag.CustomerFlags.FlagPeriod;
import io.familiarface.feedback.followup.FollowUps;
import io.familiarface.feedback.page.ReadingTimeline;
import io.familiarface.feedback.page.TimelineView;
import io.familiarface.feedback.report.ReadingRiskHistory;
import io.familiarface.feedback.words.Rounding;
import io.familiarface.feedback.words.Words;
import io.familiarface.risk.engine.RiskEngine;
import io.familiarface.risk.reason.Wording;
import io.familiarface.risk.signal.AgreementCancelled;
import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.signal.SignalKind;
import io.familiarface.risk.state.CustomerState;
import io.familiarface.risk.state.CustomerStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Somebody asks why a customer left, and what would have kept them. */
@ApplicationScoped
class ReadingPostMortem {
  private static final int ENTRIES = 500;
  private static final int CASES = 50;

  private final CustomerStates states;
  private final CurrentModel model;
  private final ReadingTimeline timeline;
  private final ReadingRiskHistory risk;
  private final CustomerFlags flags;
  private final FollowUps followUps;
  private final Complaints complaints;
  private final Words words;
  private final Clock clock;

  ReadingPostMortem(
      CustomerStates states,
      CurrentModel model,
      ReadingTimeline timeline,
      ReadingRiskHistory risk,
      CustomerFlags flags,
      FollowUps followUps,
      Complaints complaints,
      Words words,
      Clock clock) {
    this.states = states;
    this.model = model;
    this.timeline = timeline;
    this.risk = risk;
    this.flags = flags;
    this.followUps = followUps;
    this.complaints = complaints;
    this.words = words;
    this.clock = clock;
  }

  PostMortemView of(CustomerCopy customer) {
    UUID id = customer.id();
    RiskEngine engine = model.engine();
    Wording wording = words.now();
    Instant now = clock.instant();
    List<Signal> whole = states.history(id);
    CustomerState then = engine.replay(whole);
    CustomerStatus standing = engine.score(then, now).standing();
    AgreementCancelled cancelled =
        standing == CustomerStatus.CANCELLED ? lastCancelled(whole) : null;
    Instant left =
        standing == CustomerStatus.LAPSED
            ? EpochMicros.instant(then.lapsesAt())
            : cancelled == null ? null : cancelled.at();
    Instant until = left == null ? now : left;
    List<Signal> before = whole.stream().filter(signal -> isBefore(signal, left)).toList();
    CustomerState state = engine.replay(before);
    List<FlagPeriod> raised =
        flags.periodsOf(id).stream().sorted(Comparator.comparing(FlagPeriod::raisedAt)).toList();
    List<CaseStory> cases = complaints.storiesOf(id, CASES);
    FollowUps.Calls calls = followUps.of(id, until);
    PostMortemView.Summary summary = summary(before, state, calls.tries());
    WhatWouldHaveHelped helped =
        WhatWouldHaveHelped.of(
            engine, before, standing == CustomerStatus.LAPSED ? justBefore(left) : until, wording);
    Findings findings = new Findings(wording, left, cancelled, until);
    return new PostMortemView(
        TimelineView.Whose.of(customer),
        standing,
        left,
        cancelled == null ? null : cancelled.reason(),
        before.isEmpty() ? until : before.get(0).at(),
        until,
        summary,
        findings.of(summary, before, raised, calls.heldBack(), cases, helped),
        timeline.newest(id, ENTRIES),
        risk.newest(id, ENTRIES),
        raised,
        cases,
        view(helped));
  }

  private static AgreementCancelled lastCancelled(List<Signal> history) {
    return history.stream()
        .filter(AgreementCancelled.class::isInstance)
        .map(AgreementCancelled.class::cast)
        .max(Comparator.comparing(AgreementCancelled::at))
        .orElse(null);
  }

  /**
   * Whose agreement has run out is at no risk any more: the question is what they were at until
   * then.
   */
  private static Instant justBefore(Instant lapsed) {
    return lapsed.minus(1, ChronoUnit.MICROS);
  }

  /** What had happened when the customer left, but for the leaving itself. */
  private static boolean isBefore(Signal signal, Instant left) {
    return left == null
        || signal.at().isBefore(left)
        || signal.at().equals(left) && signal.kind() != SignalKind.AGREEMENT_CANCELLED;
  }

  private static PostMortemView.Summary summary(
      List<Signal> history, CustomerState state, int calls) {
    return new PostMortemView.Summary(
        state.completed(),
        state.continuity().technicians(),
        state.changes(),
        state.service().missed(),
        count(history, SignalKind.PROMISE_MADE),
        count(history, SignalKind.PROMISE_BROKEN),
        count(history, SignalKind.COMPLAINT_RECEIVED),
        calls);
  }

  private static int count(List<Signal> history, SignalKind kind) {
    return (int) history.stream().filter(signal -> signal.kind() == kind).count();
  }

  private static PostMortemView.Helped view(WhatWouldHaveHelped helped) {
    return new PostMortemView.Helped(
        Rounding.probability(helped.probability()),
        Rounding.probability(helped.together()),
        helped.each().stream()
            .map(
                help ->
                    new PostMortemView.Help(
                        help.what().kind(),
                        help.what().at(),
                        help.what().subject(),
                        Findings.of(helped, help),
                        Rounding.probability(help.probability()),
                        Rounding.probability(helped.probability() - help.probability())))
            .toList(),
        "The engine's estimate for the horizon of the company, with one thing of the past gone"
            + " otherwise and all else as it was. It is no proof: whoever leaves may leave for what"
            + " nobody wrote down.");
  }
}
