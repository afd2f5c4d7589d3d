package io.familiarface.feedback.complaint;

import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.feedback.assessment.PendingSignals;
import io.familiarface.feedback.recording.CustomerImport;
import io.familiarface.feedback.recording.Origin;
import io.familiarface.feedback.recovery.CaseClock;
import io.familiarface.feedback.recovery.RecoveryCase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Imports the complaints of customers according to another system. */
@ApplicationScoped
class ImportingComplaints implements CustomerImport<ComplaintLine, Complaint> {
  private final Complaints complaints;
  private final ComplaintRules rules;
  private final ComplaintRecorder recorder;
  private final PendingSignals pending;
  private final CaseClock clock;
  private final Optional<String> owner;
  private final Clock time;

  ImportingComplaints(
      Complaints complaints,
      ComplaintRules rules,
      ComplaintRecorder recorder,
      PendingSignals pending,
      CaseClock clock,
      ComplaintSettings settings,
      Clock time) {
    this.complaints = complaints;
    this.rules = rules;
    this.recorder = recorder;
    this.pending = pending;
    this.clock = clock;
    this.owner = settings.owner();
    this.time = time;
  }

  @Override
  public Class<ComplaintLine> lineType() {
    return ComplaintLine.class;
  }

  @Override
  public void begin() {
    pending.begin();
  }

  @Override
  public Complaints records() {
    return complaints;
  }

  @Override
  public Complaint create(Origin origin, ComplaintLine line, UUID visit) {
    ComplaintDetails details = line.details(visit);
    rules.check(details);
    Complaint complaint =
        new Complaint(origin, details, recovery(details, origin.now()), owner.orElse(origin.by()));
    complaint.imported = true;
    complaints.persist(complaint);
    recorder.record(null, complaint);
    ComplaintSignals.of(null, complaint).forEach(pending::add);
    return complaint;
  }

  @Override
  public boolean update(Complaint complaint, ComplaintLine line, UUID visit) {
    ComplaintView viewBefore = ComplaintView.of(complaint);
    ComplaintDetails before = complaint.details;
    ComplaintDetails after = told(complaint, line.details(visit));
    rules.check(after);
    boolean changed = complaint.update(after);
    if (changed) {
      if (complaint.steps == 0) {
        complaint.recovery = recovery(complaint.recovery, before, after);
      }
      complaints.flush();
      recorder.record(viewBefore, complaint);
      ComplaintSignals.of(before, complaint).forEach(pending::add);
    }
    return changed;
  }

  /** What was known before keeps its clock, unless it was settled or has come back since. */
  private RecoveryCase recovery(
      RecoveryCase present, ComplaintDetails before, ComplaintDetails after) {
    if (!after.equals(after.settledAs(before))) {
      return recovery(after, time.instant());
    }
    return after.severity() == before.severity()
        ? present
        : present.weighed(after.severity(), clock);
  }

  /** The clock of what is still open runs from now on: nobody here could have known of it. */
  private RecoveryCase recovery(ComplaintDetails details, Instant now) {
    boolean cameBack = details.reopenedAt() != null;
    if (details.isSettled()) {
      boolean lost = Boolean.FALSE.equals(details.customerSatisfied());
      return RecoveryCase.settled(lost, cameBack, details.resolvedAt());
    }
    return cameBack
        ? RecoveryCase.cameBack(details.severity(), now, clock)
        : RecoveryCase.received(details.severity(), now, clock);
  }

  /**
   * What was received here, or is being mended here, is settled here, whatever another system
   * thinks of it; and what was found out here stands.
   */
  private static ComplaintDetails told(Complaint complaint, ComplaintDetails line) {
    if (!complaint.isMendedHere()) {
      return line;
    }
    ComplaintDetails ours = complaint.details;
    if (differs(line.resolvedAt(), ours.resolvedAt())
        || differs(line.reopenedAt(), ours.reopenedAt())
        || differs(line.customerSatisfied(), ours.customerSatisfied())) {
      throw FeedbackProblem.CASE_IN_HAND.because(
          "This complaint is seen to here: close or reopen its case by its own steps.");
    }
    if (complaint.steps > 0 && line.receivedAt().isAfter(ours.receivedAt())) {
      throw FeedbackProblem.CASE_IN_HAND.because(
          "This complaint is seen to here: it was received before the first step of its case.");
    }
    ComplaintDetails told = line.settledAs(ours);
    return complaint.isAssessed() ? told.corrected(ours.severity(), ours.cause()) : told;
  }

  private static boolean differs(Object theirs, Object ours) {
    return theirs != null && !theirs.equals(ours);
  }
}
