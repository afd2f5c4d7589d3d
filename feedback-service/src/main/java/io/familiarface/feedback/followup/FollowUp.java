package io.familiarface.feedback.followup;

import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.rest.Ids;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.time.Instants;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** A call to make to a customer. */
@Entity
class FollowUp {
  @Id UUID id;
  @Version long version;

  /** Null where it is not about a flag. */
  UUID flagId;

  /** What asked for it, so that nothing asks twice; null where it was a flag. */
  String cause;

  UUID customerId;

  @Enumerated(EnumType.STRING)
  FollowUpKind kind;

  @Enumerated(EnumType.STRING)
  FollowUpState state;

  /** What it is about, in a sentence; null where it is about a flag. */
  String why;

  UUID visitId;
  UUID complaintId;
  UUID feedbackId;
  Instant openedAt;
  LocalDate dueOn;

  /** Who is to call; null while nobody has taken it. */
  String owner;

  /** Since when the owner has it in hand; null while anybody may take it. */
  Instant claimedAt;

  /** The experiment that it counts for; null for none. */
  Integer experiment;

  /**
   * How likely the customer was to leave when it was opened; null where no experiment counts it.
   */
  String stratum;

  @Embedded ExpectedLoss loss;

  @Enumerated(EnumType.STRING)
  CallOutcome lastOutcome;

  Instant lastAt;
  String lastBy;
  String lastSaid;
  String lastCause;
  boolean lastTold;
  boolean lastIntroduced;
  Instant closedAt;

  @Enumerated(EnumType.STRING)
  DropReason droppedBecause;

  protected FollowUp() {}

  static FollowUp create(
      WaitingFlag flag, FollowUpKind kind, LocalDate dueOn, String owner, Instant now) {
    FollowUp followUp = new FollowUp();
    followUp.id = Ids.next();
    followUp.version = 1;
    followUp.flagId = flag.id();
    followUp.customerId = flag.customerId();
    followUp.kind = kind;
    followUp.state = FollowUpState.OPEN;
    followUp.openedAt = Instants.toMicros(now);
    followUp.dueOn = dueOn;
    followUp.owner = owner;
    followUp.loss = flag.loss();
    return followUp;
  }

  /** What a policy or the customer asks for. */
  static FollowUp create(
      CallReason reason, ExpectedLoss loss, LocalDate dueOn, String owner, Instant now) {
    FollowUp followUp = new FollowUp();
    followUp.id = Ids.next();
    followUp.version = 1;
    followUp.cause = reason.cause();
    followUp.customerId = reason.customerId();
    followUp.kind = reason.kind();
    followUp.why = reason.why();
    followUp.visitId = reason.visitId();
    followUp.complaintId = reason.complaintId();
    followUp.feedbackId = reason.feedbackId();
    followUp.state = FollowUpState.OPEN;
    followUp.openedAt = Instants.toMicros(now);
    followUp.dueOn = dueOn;
    followUp.owner = owner;
    followUp.loss = loss;
    return followUp;
  }

  /** Counts it for an experiment; held back, it is never made. */
  void countFor(int number, String stratum, boolean heldBack) {
    this.experiment = number;
    this.stratum = stratum;
    if (heldBack) {
      state = FollowUpState.HELD_BACK;
      owner = null;
      closedAt = openedAt;
    }
  }

  /** Says whether that changed anything: whoever has it in hand already keeps it. */
  boolean claim(String by, Instant now) {
    mustNotBeTaken(by);
    if (claimedAt != null) {
      return false;
    }
    owner = by;
    claimedAt = Instants.toMicros(now);
    return true;
  }

  /** Refuses whoever does what somebody else has in hand. */
  void mustNotBeTaken(String by) {
    if (claimedAt != null && !by.equals(owner)) {
      throw FeedbackProblem.FOLLOW_UP_TAKEN
          .start()
          .withDetail(
              "%s has this call in hand since %s. Take another one, or ask them."
                  .formatted(owner, claimedAt))
          .with("owner", owner)
          .with("claimedAt", claimedAt)
          .build();
    }
  }

  /**
   * When a try was made: after it was asked for, and after the last one.
   *
   * @param now whether it is now, even if the clock of another copy is ahead
   */
  Instant afterLast(Instant at, boolean now) {
    Instant earliest = lastAt == null || lastAt.isBefore(openedAt) ? openedAt : lastAt;
    if (!at.isBefore(earliest)) {
      return at;
    }
    if (now) {
      return earliest;
    }
    throw CommonProblem.INVALID_REQUEST.at(
        "/at",
        lastAt == null
            ? "This is before the call was asked for, which was at " + openedAt + "."
            : "This is before the last try, which was at " + lastAt + ".");
  }

  void plan(String newOwner, LocalDate newDueOn) {
    if (!Objects.equals(owner, newOwner)) {
      claimedAt = null;
    }
    owner = newOwner;
    dueOn = newDueOn;
  }

  /** When it turns out that somebody else is planned for the customer's next visit. */
  void moveBeforeChange(LocalDate newDueOn) {
    kind = FollowUpKind.COMING_CHANGE;
    dueOn = newDueOn;
  }

  /** By something else than before; what may be lost is as of now. */
  void reorder(ExpectedLoss atStake) {
    loss = atStake;
  }

  /** After a call: still open with a new due date, or closed by it. */
  void record(FollowUpOutcomeView outcome, LocalDate nextDueOn) {
    lastOutcome = outcome.outcome();
    lastAt = outcome.at();
    lastBy = outcome.by();
    lastSaid = outcome.said();
    lastCause = outcome.cause();
    lastTold = outcome.told();
    lastIntroduced = outcome.introduced();
    state = lastOutcome.leadsTo();
    dueOn = nextDueOn;
    owner = owner == null ? lastBy : owner;
    claimedAt = null;
    closedAt = state == FollowUpState.OPEN ? null : lastAt;
    droppedBecause = state == FollowUpState.DROPPED ? DropReason.NOT_NEEDED : null;
  }

  /** What it was for has been done by trying it. */
  void noLongerDue() {
    state = FollowUpState.DROPPED;
    droppedBecause = DropReason.NO_LONGER_DUE;
    closedAt = lastAt;
  }

  void mustBeOpen() {
    if (state != FollowUpState.OPEN) {
      throw FeedbackProblem.FOLLOW_UP_CLOSED.because(
          "This follow-up is "
              + state
              + " since "
              + closedAt
              + "; only an open one can be changed. Read it again to see what came of it.");
    }
  }
}
