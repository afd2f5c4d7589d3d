package io.familiarface.feedback.complaint;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.feedback.assessment.SignalIngestion;
import io.familiarface.feedback.complaint.StepBodies.NewApology;
import io.familiarface.feedback.complaint.StepBodies.NewApproval;
import io.familiarface.feedback.complaint.StepBodies.NewAssessment;
import io.familiarface.feedback.complaint.StepBodies.NewCheckIn;
import io.familiarface.feedback.complaint.StepBodies.NewClosure;
import io.familiarface.feedback.complaint.StepBodies.NewDelivery;
import io.familiarface.feedback.complaint.StepBodies.NewRemedy;
import io.familiarface.feedback.complaint.StepBodies.NewReopening;
import io.familiarface.feedback.complaint.StepBodies.Taken;
import io.familiarface.feedback.customer.Customers;
import io.familiarface.feedback.invoice.Invoices;
import io.familiarface.feedback.recovery.CaseClock;
import io.familiarface.feedback.recovery.CaseStep;
import io.familiarface.feedback.recovery.ClosedBy;
import io.familiarface.feedback.recovery.RecoveryCase;
import io.familiarface.feedback.recovery.Remedy;
import io.familiarface.feedback.recovery.StepNotDue;
import io.familiarface.rest.Ids;
import io.familiarface.rest.Ref;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.time.BusinessTime;
import io.familiarface.rest.time.Instants;
import io.familiarface.risk.signal.Severity;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Somebody takes the next step to mend what a customer complained of. Each step is one transaction:
 * the case as it then is, the step with its evidence, what the others are told, and what it means
 * for the risk.
 */
@ApplicationScoped
class AdvancingCase {
  private final Complaints complaints;
  private final CaseSteps steps;
  private final ComplaintRules rules;
  private final ComplaintRecorder recorder;
  private final SignalIngestion ingestion;
  private final RemedyLimits limits;
  private final Invoices invoices;
  private final Customers customers;
  private final LateStepTakers takers;
  private final LastHeard lastHeard;
  private final CaseClock clock;
  private final int silence;
  private final BusinessTime time;
  private final Caller caller;
  private final ObjectMapper json;

  AdvancingCase(
      Complaints complaints,
      CaseSteps steps,
      ComplaintRules rules,
      ComplaintRecorder recorder,
      SignalIngestion ingestion,
      RemedyLimits limits,
      Invoices invoices,
      Customers customers,
      LateStepTakers takers,
      LastHeard lastHeard,
      CaseClock clock,
      ComplaintSettings settings,
      BusinessTime time,
      Caller caller,
      ObjectMapper json) {
    this.complaints = complaints;
    this.steps = steps;
    this.rules = rules;
    this.recorder = recorder;
    this.ingestion = ingestion;
    this.limits = limits;
    this.invoices = invoices;
    this.customers = customers;
    this.takers = takers;
    this.lastHeard = lastHeard;
    this.clock = clock;
    this.silence = settings.silence();
    this.time = time;
    this.caller = caller;
    this.json = json;
  }

  Complaint assess(Ref ref, NewAssessment found) {
    rules.checkCause(found.cause());
    return take(
        ref,
        CaseStep.ASSESSMENT,
        found,
        (complaint, at) -> {
          Severity severity =
              found.severity() == null ? complaint.details.severity() : found.severity();
          complaint.correct(severity, found.cause());
          complaint.supplier = found.supplier();
          return complaint.recovery.assessed(severity, at, clock);
        });
  }

  Complaint apologise(Ref ref, NewApology apology) {
    return take(
        ref,
        CaseStep.APOLOGY,
        apology,
        (complaint, at) -> complaint.recovery.owned(complaint.severity(), at, clock));
  }

  Complaint agree(Ref ref, NewRemedy agreed) {
    return take(
        ref,
        CaseStep.REMEDY,
        agreed,
        (complaint, at) -> {
          RecoveryCase agreedOn =
              complaint.recovery.agreed(remedy(agreed, complaint), complaint.severity(), at, clock);
          invoices.requireTheirs(agreed.invoice(), complaint.customerId);
          return agreedOn.next().step() == CaseStep.APPROVAL
              ? agreedOn.givenTo(approver(complaint.customerId, agreedOn.remedy()))
              : agreedOn;
        });
  }

  /** A large sum in small parts is a large sum, in one case or in several. */
  private Remedy remedy(NewRemedy agreed, Complaint complaint) {
    if (agreed.amount() == null) {
      return new Remedy(agreed.kind(), null, null, agreed.invoice(), caller.name(), null, null);
    }
    BigDecimal amount = agreed.worth().amount();
    String currency = agreed.worth().currency();
    BigDecimal total =
        steps.agreedBefore(complaint, currency, limits.countedSince(time.now())).add(amount);
    if (total.compareTo(Remedy.MOST) > 0) {
      throw CommonProblem.INVALID_REQUEST.at(
          "/amount/amount", "With what was agreed before this is more than can be kept.");
    }
    return new Remedy(
        agreed.kind(),
        amount,
        currency,
        agreed.invoice(),
        caller.name(),
        total,
        limits.ofCaller(currency).orElse(null));
  }

  /** Not whoever agreed on it, who may not: whoever takes what is late. */
  private String approver(UUID customer, Remedy remedy) {
    return takers
        .of(customers.branches(List.of(customer)).get(customer), remedy.agreedBy())
        .orElseGet(() -> limits.roleThatMayGive(remedy));
  }

  Complaint approve(Ref ref, NewApproval approval) {
    return take(
        ref,
        CaseStep.APPROVAL,
        approval,
        (complaint, at) -> {
          RecoveryCase decided =
              complaint.recovery.decided(approval.approved(), complaint.severity(), at, clock);
          Remedy remedy = complaint.recovery.remedy();
          limits.requireApprover(remedy);
          if (!approval.isOf(remedy)) {
            throw FeedbackProblem.REMEDY_CHANGED.because(
                "Another remedy has been agreed since you looked. Read the case again.");
          }
          return decided;
        });
  }

  Complaint deliver(Ref ref, NewDelivery delivery) {
    return take(
        ref,
        CaseStep.DELIVERY,
        delivery,
        (complaint, at) -> complaint.recovery.delivered(at, clock));
  }

  Complaint checkIn(Ref ref, NewCheckIn checkIn) {
    return take(
        ref,
        CaseStep.CHECK_IN,
        checkIn,
        (complaint, at) -> checkedIn(complaint, checkIn.answered(), at));
  }

  /** Who was heard by another way since the last time is asked for the first time again. */
  private RecoveryCase checkedIn(Complaint complaint, boolean answered, Instant at) {
    RecoveryCase recovery = complaint.recovery;
    boolean heard = !answered && heardSince(complaint).isPresent();
    return (heard ? recovery.heard() : recovery).checkedIn(answered, at, clock);
  }

  private Optional<LastHeard.Word> heardSince(Complaint complaint) {
    return Optional.ofNullable(complaint.recovery.rebuilding().silentSince())
        .flatMap(since -> lastHeard.since(complaint.customerId, since));
  }

  Complaint close(Ref ref, NewClosure closure) {
    return take(
        ref,
        CaseStep.CLOSURE,
        closure,
        (complaint, at) -> {
          RecoveryCase ended =
              closure.by() == ClosedBy.CUSTOMER
                  ? complaint.recovery.closed(closure.satisfied(), at)
                  : complaint.recovery.closedBySilence(
                      silence,
                      heardSince(complaint)
                          .map(word -> word.what() + " on " + word.at())
                          .orElse(null),
                      at);
          complaint.settle(at, closure.satisfied());
          return ended;
        });
  }

  Complaint reopen(Ref ref, NewReopening reopening) {
    return take(
        ref,
        CaseStep.REOPENING,
        reopening,
        (complaint, at) -> {
          RecoveryCase begun = complaint.recovery.reopened(complaint.severity(), at, clock);
          if (complaint.steps == 0) {
            settleAsImported(complaint, complaint.recovery.round());
          }
          complaint.comeBack(at);
          return begun;
        });
  }

  /**
   * What another system settled has no steps; how that ended is known no more once it comes back.
   * Who ended it there is not known: whoever imported it did not.
   */
  private void closeAsImported(Complaint complaint, int round) {
    StepDetails settled = StepDetails.settled(complaint.details.customerSatisfied());
    addAsImported(complaint, CaseStep.CLOSURE, round, complaint.details.resolvedAt(), settled);
  }

  /**
   * What had come back before it was settled has been through a round of which no more is known.
   */
  private void settleAsImported(Complaint complaint, int round) {
    Instant cameBack = complaint.details.reopenedAt();
    if (cameBack != null) {
      addAsImported(complaint, CaseStep.REOPENING, round, cameBack, StepDetails.NONE);
    }
    closeAsImported(complaint, round);
  }

  /** That it had come back already is on record as a step, before the first that is taken here. */
  private void comeBackAsImported(Complaint complaint) {
    ComplaintDetails details = complaint.details;
    if (complaint.steps > 0 || details.reopenedAt() == null || details.isSettled()) {
      return;
    }
    int round = complaint.recovery.round();
    if (details.resolvedAt() != null) {
      closeAsImported(complaint, round - 1);
    }
    addAsImported(complaint, CaseStep.REOPENING, round, details.reopenedAt(), StepDetails.NONE);
  }

  private void addAsImported(
      Complaint complaint, CaseStep step, int round, Instant at, StepDetails details) {
    complaint.steps++;
    steps.add(
        complaint,
        new CaseStepView(
            Ids.next(),
            step,
            round,
            at,
            null,
            complaint.recordedBy,
            complaint.recordedAt,
            details));
  }

  /**
   * A call in which the customer was asked how they are, or was to be.
   *
   * @param call a check-in that need not say anything: that they were reached is known
   */
  void checkInByCall(Ref ref, NewCheckIn call) {
    record(
        ref, CaseStep.CHECK_IN, call, (complaint, at) -> checkedIn(complaint, call.answered(), at));
  }

  private Complaint take(
      Ref ref, CaseStep kind, Taken body, BiFunction<Complaint, Instant, RecoveryCase> effect) {
    body.check();
    return record(ref, kind, body, effect);
  }

  private Complaint record(
      Ref ref, CaseStep kind, Taken body, BiFunction<Complaint, Instant, RecoveryCase> effect) {
    Instant given = Instants.toMicros(time.ofFact(body.at(), "/at"));
    Complaint complaint =
        complaints.lock(ref).orElseThrow(() -> ChangingComplaint.noSuchComplaint(ref));
    Instant at = afterLast(complaint, body.at() == null, given);
    ComplaintView before = ComplaintView.of(complaint);
    ComplaintDetails detailsBefore = complaint.details;
    comeBackAsImported(complaint);
    advance(complaint, kind, at, effect);
    complaints.flush();
    CaseStepView step =
        new CaseStepView(
            Ids.next(),
            kind,
            complaint.recovery.round(),
            at,
            body.takenBy() == null ? caller.name() : body.takenBy(),
            caller.name(),
            Instants.toMicros(time.now()),
            json.convertValue(body.details(json), StepDetails.class));
    steps.add(complaint, step);
    recorder.record(before, complaint, step);
    ingestion.ingest(ComplaintSignals.of(detailsBefore, complaint, step));
    return complaint;
  }

  private static void advance(
      Complaint complaint,
      CaseStep step,
      Instant at,
      BiFunction<Complaint, Instant, RecoveryCase> effect) {
    if (complaint.steps == CaseSteps.AT_MOST) {
      throw FeedbackProblem.CASE_TOO_LONG.because(
          "This case has %d steps. Receive what is still to be done as a new complaint."
              .formatted(CaseSteps.AT_MOST));
    }
    try {
      complaint.advance(effect.apply(complaint, at));
    } catch (StepNotDue e) {
      throw FeedbackProblem.STEP_NOT_DUE
          .start()
          .withDetail(e.getMessage())
          .with("step", step)
          .with("state", complaint.recovery.state())
          .with("needs", e.needs())
          .build();
    }
  }

  /** What happens now comes after what has happened, even if another copy's clock is ahead. */
  private static Instant afterLast(Complaint complaint, boolean now, Instant at) {
    Instant last = complaint.recovery.steppedAt();
    if (!at.isBefore(last)) {
      return at;
    }
    if (now) {
      return last;
    }
    throw CommonProblem.INVALID_REQUEST.at(
        "/at", "This is before the last step of the case, which was taken at " + last + ".");
  }
}
