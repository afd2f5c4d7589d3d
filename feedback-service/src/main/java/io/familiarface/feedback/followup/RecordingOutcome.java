package io.familiarface.feedback.followup;

import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.feedback.complaint.CheckingInByCall;
import io.familiarface.feedback.complaint.ComplaintRules;
import io.familiarface.feedback.flag.AnsweringFlag;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Somebody called, and writes down what came of it. */
@ApplicationScoped
class RecordingOutcome {
  private final FollowUps followUps;
  private final ComingChanges changes;
  private final RecordingVisitNotice notices;
  private final AnsweringFlag flags;
  private final ComplaintRules complaints;
  private final CheckingInByCall checkIns;
  private final FollowUpSettings settings;
  private final BusinessCalendar calendar;
  private final BusinessTime time;
  private final Caller caller;
  private final AuditTrail audit;

  RecordingOutcome(
      FollowUps followUps,
      ComingChanges changes,
      RecordingVisitNotice notices,
      AnsweringFlag flags,
      ComplaintRules complaints,
      CheckingInByCall checkIns,
      FollowUpSettings settings,
      BusinessCalendar calendar,
      BusinessTime time,
      Caller caller,
      AuditTrail audit) {
    this.followUps = followUps;
    this.changes = changes;
    this.notices = notices;
    this.flags = flags;
    this.complaints = complaints;
    this.checkIns = checkIns;
    this.settings = settings;
    this.calendar = calendar;
    this.time = time;
    this.caller = caller;
    this.audit = audit;
  }

  void record(UUID id, NewFollowUpOutcome given) {
    FollowUp followUp = followUps.lock(id);
    followUp.mustBeOpen();
    followUp.mustNotBeTaken(caller.name());
    mustMakeSense(given);
    Instant at = followUp.afterLast(time.ofFact(given.at(), "/at"), given.at() == null);
    LocalDate nextDueOn = nextDueOn(followUp, given);
    UUID visit = null;
    if (given.saysTold()) {
      visit = comingVisit(followUp, given);
      at = notices.record(id, visit, at, given.saysIntroduced());
    }
    FollowUpOutcomeView outcome = outcome(given, at);
    FollowUpProgress before = FollowUpProgress.of(followUp);
    followUp.record(outcome, nextDueOn);
    followUps.flush();
    followUps.add(id, outcome, visit);
    if (outcome.outcome() == CallOutcome.REACHED && followUp.flagId != null) {
      flags.actIfOpen(followUp.flagId, action(outcome), outcome.at());
    }
    checkIn(followUp, given);
    audit.changed(
        "follow-up.tried",
        "follow-up",
        id,
        followUp.customerId,
        before,
        FollowUpProgress.of(followUp));
  }

  /** Who asks how the customer is does so for their case, if it has not gone on meanwhile. */
  private void checkIn(FollowUp followUp, NewFollowUpOutcome given) {
    boolean reached = given.outcome() == CallOutcome.REACHED;
    if (followUp.kind != FollowUpKind.REBUILDING
        || !reached && given.outcome() != CallOutcome.NO_ANSWER) {
      return;
    }
    if (isDueCheckIn(followUp)) {
      checkIns.record(followUp.complaintId, reached, given.words(), given.at());
      if (!reached && !isDueCheckIn(followUp)) {
        followUp.noLongerDue();
      }
    }
  }

  private boolean isDueCheckIn(FollowUp followUp) {
    UUID complaint = followUp.complaintId;
    return checkIns
        .next(complaint)
        .filter(
            next ->
                CallCause.checkIn(complaint, next.round(), next.before()).equals(followUp.cause))
        .isPresent();
  }

  private void mustMakeSense(NewFollowUpOutcome outcome) {
    if (outcome.outcome() == CallOutcome.NOT_NEEDED && outcome.words() == null) {
      throw CommonProblem.INVALID_REQUEST.at("/said", "Say in a few words why no call is needed.");
    }
    if (outcome.saysTold() && !outcome.outcome().isTalk()) {
      throw CommonProblem.INVALID_REQUEST.at(
          outcome.saysIntroduced() ? "/introduced" : "/told",
          "Nobody was spoken with, so nobody was told. Leave this out.");
    }
    complaints.checkCause(outcome.cause());
    if (outcome.outcome().closes() && outcome.dueOn() != null) {
      throw CommonProblem.INVALID_REQUEST.at(
          "/dueOn", "After " + outcome.outcome() + " nothing is due any more: leave dueOn out.");
    }
  }

  private FollowUpOutcomeView outcome(NewFollowUpOutcome given, Instant at) {
    return new FollowUpOutcomeView(
        given.outcome(),
        at,
        caller.name(),
        given.words(),
        given.cause(),
        given.saysTold(),
        given.saysIntroduced());
  }

  private UUID comingVisit(FollowUp followUp, NewFollowUpOutcome outcome) {
    UUID customer = followUp.customerId;
    ComingChange change = changes.of(List.of(customer), time.now()).get(customer);
    if (change == null) {
      throw FeedbackProblem.NOTHING_TO_TELL.at(
          outcome.saysIntroduced() ? "/introduced" : "/told",
          "The next visit is as usual, so there is nothing to tell of. Leave this out.");
    }
    return change.visitId();
  }

  private LocalDate nextDueOn(FollowUp followUp, NewFollowUpOutcome outcome) {
    if (outcome.outcome().closes()) {
      return followUp.dueOn;
    }
    LocalDate today = calendar.dayOf(time.now());
    if (outcome.dueOn() == null) {
      return calendar.after(today, settings.tryAgainInBusinessDays());
    }
    DueDates.check(outcome.dueOn(), today);
    return outcome.dueOn();
  }

  private static String action(FollowUpOutcomeView outcome) {
    String told =
        outcome.introduced()
            ? " and introduced the one who comes next"
            : outcome.told() ? " and told who comes next" : "";
    String called = "Called and reached the customer" + told + ".";
    String action = outcome.said() == null ? called : called + " They said: " + outcome.said();
    return action.length() <= 2000 ? action : action.substring(0, 1999) + "…";
  }
}
