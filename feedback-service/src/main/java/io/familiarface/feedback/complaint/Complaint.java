package io.familiarface.feedback.complaint;

import io.familiarface.feedback.recording.CustomerRecord;
import io.familiarface.feedback.recording.Origin;
import io.familiarface.feedback.recovery.CaseState;
import io.familiarface.feedback.recovery.CaseStep;
import io.familiarface.feedback.recovery.RecoveryCase;
import io.familiarface.risk.signal.Severity;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;

/** A customer complains. */
@Entity
class Complaint extends CustomerRecord {

  @Embedded ComplaintDetails details;

  @Embedded RecoveryCase recovery;

  /** The project it is about, and the number of its step; null for none. */
  UUID projectId;

  Integer projectStep;

  /** Whose material or work it was about, as the assessment found; null if not a supplier's. */
  String supplier;

  /** Who sees to it that it is mended. */
  String owner;

  /** How many were taken; also the number of the last. */
  int steps;

  /** How often the customer has answered on the page of their case. */
  int answers;

  /** It came from another system, which may say how it went until somebody here sees to it. */
  boolean imported;

  protected Complaint() {}

  Complaint(Origin origin, ComplaintDetails details, RecoveryCase recovery, String owner) {
    super(origin);
    this.details = details;
    this.recovery = recovery;
    this.owner = owner;
  }

  Severity severity() {
    return details.severity();
  }

  boolean isAssessed() {
    return recovery.state() != CaseState.RECEIVED;
  }

  /** Whose task it is to go on with it. */
  String nextOwner() {
    return recovery.next().escalatedTo() == null ? owner : recovery.next().escalatedTo();
  }

  /** Who speaks with the customer about it; an approval is nothing to speak about. */
  String contact() {
    return recovery.next().step() == CaseStep.APPROVAL ? owner : nextOwner();
  }

  /** Whether how far it has come is known here, whatever another system thinks of it. */
  boolean isMendedHere() {
    return !imported || steps > 0;
  }

  void advance(RecoveryCase to) {
    recovery = to;
    steps++;
  }

  void hear() {
    answers++;
    recovery = recovery.heard();
  }

  /** What it turned out to be. */
  void correct(Severity severity, String cause) {
    details = details.corrected(severity, cause);
  }

  /**
   * @param satisfied null where the customer did not say
   */
  void settle(Instant at, Boolean satisfied) {
    details = details.settled(at, satisfied);
  }

  void comeBack(Instant at) {
    details = details.reopened(at);
  }

  /** Says whether that changed anything. */
  boolean update(ComplaintDetails to) {
    boolean changed = !details.equals(to);
    details = to;
    return changed;
  }

  @Override
  protected String text() {
    return details.words();
  }
}
