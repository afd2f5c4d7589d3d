package io.familiarface.feedback.followup;

import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.rest.Ids;
import io.familiarface.rest.time.Instants;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A call to make to a flagged customer. */
@Entity
class FollowUp {
  @Id UUID id;
  @Version long version;
  UUID flagId;
  UUID customerId;

  @Enumerated(EnumType.STRING)
  FollowUpKind kind;

  @Enumerated(EnumType.STRING)
  FollowUpState state;

  Instant openedAt;
  LocalDate dueOn;

  /** Who is to call; null while nobody has taken it. */
  String owner;

  @Embedded ExpectedLoss loss;

  @Enumerated(EnumType.STRING)
  CallOutcome lastOutcome;

  Instant lastAt;
  String lastBy;
  String lastSaid;
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

  void plan(String newOwner, LocalDate newDueOn) {
    owner = newOwner;
    dueOn = newDueOn;
  }

  /** When it turns out that somebody else is planned for the customer's next visit. */
  void moveBeforeChange(LocalDate newDueOn) {
    kind = FollowUpKind.COMING_CHANGE;
    dueOn = newDueOn;
  }

  /** After a call: still open with a new due date, or closed by it. */
  void record(FollowUpOutcomeView outcome, LocalDate nextDueOn) {
    lastOutcome = outcome.outcome();
    lastAt = outcome.at();
    lastBy = outcome.by();
    lastSaid = outcome.said();
    lastTold = outcome.told();
    lastIntroduced = outcome.introduced();
    state = lastOutcome.leadsTo();
    dueOn = nextDueOn;
    owner = owner == null ? lastBy : owner;
    closedAt = state == FollowUpState.OPEN ? null : lastAt;
    droppedBecause = state == FollowUpState.DROPPED ? DropReason.NOT_NEEDED : null;
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
