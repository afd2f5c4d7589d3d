package io.familiarface.feedback.followup;

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
  private final FollowUpStore followUps;
  private final ComingChanges changes;
  private final TellingJobs jobs;
  private final AnsweringFlag flags;
  private final FollowUpSettings settings;
  private final BusinessCalendar calendar;
  private final BusinessTime time;
  private final Caller caller;
  private final AuditTrail audit;

  RecordingOutcome(
      FollowUpStore followUps,
      ComingChanges changes,
      TellingJobs jobs,
      AnsweringFlag flags,
      FollowUpSettings settings,
      BusinessCalendar calendar,
      BusinessTime time,
      Caller caller,
      AuditTrail audit) {
    this.followUps = followUps;
    this.changes = changes;
    this.jobs = jobs;
    this.flags = flags;
    this.settings = settings;
    this.calendar = calendar;
    this.time = time;
    this.caller = caller;
    this.audit = audit;
  }

  void record(UUID id, NewOutcome outcome) {
    FollowUp before = followUps.lock(id).orElseThrow(() -> Refusal.noSuch(id));
    Refusal.unlessOpen(before);
    mustMakeSense(outcome);
    Instant at = time.ofFact(outcome.at(), "/at");
    FollowUp.Try tried = tried(before, outcome, at);
    FollowUp after = before.tried(tried, nextDueOn(before, outcome));
    followUps.save(after);
    followUps.add(id, tried);
    if (tried.outcome() == Outcome.REACHED) {
      flags.actIfOpen(before.flagId(), action(tried), tried.at());
    }
    audit.changed("follow-up.tried", "follow-up", id, before.customerId(), before, after);
    if (tried.visitId() != null) {
      jobs.tell(id, tried);
    }
  }

  private static void mustMakeSense(NewOutcome outcome) {
    if (outcome.outcome() == Outcome.NOT_NEEDED && outcome.words() == null) {
      throw CommonProblem.INVALID_REQUEST.at("/said", "Say in a few words why no call is needed.");
    }
    if (outcome.outcome().closes() && outcome.dueOn() != null) {
      throw CommonProblem.INVALID_REQUEST.at(
          "/dueOn", "After " + outcome.outcome() + " nothing is due any more: leave dueOn out.");
    }
  }

  private FollowUp.Try tried(FollowUp followUp, NewOutcome outcome, Instant at) {
    UUID visit = outcome.saysTold() ? comingVisit(followUp, outcome) : null;
    return new FollowUp.Try(
        outcome.outcome(),
        at,
        caller.name(),
        outcome.words(),
        outcome.saysTold(),
        outcome.saysIntroduced(),
        visit);
  }

  private UUID comingVisit(FollowUp followUp, NewOutcome outcome) {
    UUID customer = followUp.customerId();
    ComingChange change = changes.of(List.of(customer), time.now()).get(customer);
    if (change == null) {
      throw FollowUpProblem.NOTHING_TO_TELL.at(
          outcome.saysIntroduced() ? "/introduced" : "/told",
          "Her next visit is as usual, so there is nothing to tell her of. Leave this out.");
    }
    return change.visitId();
  }

  private LocalDate nextDueOn(FollowUp followUp, NewOutcome outcome) {
    if (outcome.outcome().closes()) {
      return followUp.dueOn();
    }
    LocalDate today = calendar.dayOf(time.now());
    return outcome.dueOn() == null
        ? calendar.after(today, settings.tryAgainInBusinessDays())
        : DueDates.checked(outcome.dueOn(), today);
  }

  private static String action(FollowUp.Try tried) {
    String told =
        tried.introduced()
            ? " and introduced the one who comes next"
            : tried.told() ? " and told her who comes next" : "";
    String called = "Called and reached her" + told + ".";
    String action = tried.said() == null ? called : called + " She said: " + tried.said();
    return action.length() <= 2000 ? action : action.substring(0, 1999) + "…";
  }
}
