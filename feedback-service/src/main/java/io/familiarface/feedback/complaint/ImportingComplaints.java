package io.familiarface.feedback.complaint;

import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.feedback.assessment.CustomerLocks;
import io.familiarface.feedback.assessment.PendingSignals;
import io.familiarface.feedback.customer.Customers;
import io.familiarface.feedback.imports.CustomerImporter;
import io.familiarface.feedback.jobs.Visits;
import io.familiarface.feedback.recovery.CaseClock;
import io.familiarface.feedback.recovery.RecoveryCase;
import io.familiarface.rest.bulk.Importer;
import io.familiarface.rest.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Imports the complaints of customers according to another system. */
@ApplicationScoped
class ImportingComplaints {
  private final Complaints complaints;
  private final ComplaintRules rules;
  private final ComplaintRecorder recorder;
  private final Customers customers;
  private final Visits visits;
  private final CustomerLocks locks;
  private final PendingSignals pending;
  private final Caller caller;
  private final CaseClock clock;
  private final Optional<String> owner;
  private final Clock time;

  ImportingComplaints(
      Complaints complaints,
      ComplaintRules rules,
      ComplaintRecorder recorder,
      Customers customers,
      Visits visits,
      CustomerLocks locks,
      PendingSignals pending,
      Caller caller,
      CaseClock clock,
      ComplaintSettings settings,
      Clock time) {
    this.complaints = complaints;
    this.rules = rules;
    this.recorder = recorder;
    this.customers = customers;
    this.visits = visits;
    this.locks = locks;
    this.pending = pending;
    this.caller = caller;
    this.clock = clock;
    this.owner = settings.owner();
    this.time = time;
  }

  Importer<ComplaintLine> importer() {
    return new Lines(caller.name(), time.instant());
  }

  private final class Lines extends CustomerImporter<ComplaintLine, Complaint> {
    private final String by;
    private final Instant now;

    Lines(String by, Instant now) {
      super(customers, visits, locks);
      this.by = by;
      this.now = now;
    }

    @Override
    public Class<ComplaintLine> lineType() {
      return ComplaintLine.class;
    }

    @Override
    protected List<Complaint> lock(Collection<String> externalIds) {
      return complaints.lock(externalIds);
    }

    @Override
    protected Complaint create(ComplaintLine line, UUID customer, UUID visit) {
      ComplaintDetails details = line.details(visit);
      rules.check(details);
      Complaint complaint =
          new Complaint(
              line.externalId(), customer, details, recovery(details), owner.orElse(by), by, now);
      complaints.persist(complaint);
      recorder.record(null, complaint);
      ComplaintSignals.of(null, complaint).forEach(pending::add);
      return complaint;
    }

    @Override
    protected boolean update(Complaint complaint, ComplaintLine line, UUID visit) {
      ComplaintView viewBefore = ComplaintView.of(complaint);
      ComplaintDetails before = complaint.details;
      ComplaintDetails after = told(complaint, line.details(visit));
      rules.check(after);
      boolean changed = complaint.update(after);
      if (changed) {
        if (complaint.steps == 0) {
          complaint.recovery = recovery(after);
        }
        complaints.flush();
        recorder.record(viewBefore, complaint);
        ComplaintSignals.of(before, complaint).forEach(pending::add);
      }
      return changed;
    }

    /** The clock of what is still open runs from now on: nobody here could have known of it. */
    private RecoveryCase recovery(ComplaintDetails details) {
      return details.isSettled()
          ? RecoveryCase.settled(
              Boolean.FALSE.equals(details.customerSatisfied()), details.resolvedAt())
          : RecoveryCase.received(details.severity(), now, clock);
    }
  }

  /** What is being mended here is settled here, whatever another system thinks of it. */
  private static ComplaintDetails told(Complaint complaint, ComplaintDetails line) {
    if (complaint.steps == 0) {
      return line;
    }
    ComplaintDetails ours = complaint.details;
    if (differs(line.resolvedAt(), ours.resolvedAt())
        || differs(line.reopenedAt(), ours.reopenedAt())
        || differs(line.customerSatisfied(), ours.customerSatisfied())) {
      throw FeedbackProblem.CASE_IN_HAND.because(
          "This complaint is being mended here: close or reopen its case by its own steps.");
    }
    return line.settledAs(ours);
  }

  private static boolean differs(Object theirs, Object ours) {
    return theirs != null && !theirs.equals(ours);
  }
}
