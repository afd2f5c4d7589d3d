package io.familiarface.feedback.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A call to make to a flagged customer.
 *
 * @param owner who is to call; null while nobody has taken it
 * @param last the newest try; null before the first
 */
record FollowUp(
    UUID id,
    UUID flagId,
    UUID customerId,
    Kind kind,
    State state,
    Instant openedAt,
    LocalDate dueOn,
    String owner,
    Stake stake,
    Try last,
    Instant closedAt,
    DropReason droppedBecause,
    long revision) {

  /**
   * One try to call.
   *
   * @param told whether she was told of the coming change
   * @param introduced whether the newcomer was introduced to her
   * @param visitId the coming visit that she was told of, else null
   */
  record Try(
      Outcome outcome,
      Instant at,
      String by,
      String said,
      boolean told,
      boolean introduced,
      UUID visitId) {}

  FollowUp planned(String newOwner, LocalDate newDueOn) {
    return new FollowUp(
        id,
        flagId,
        customerId,
        kind,
        state,
        openedAt,
        newDueOn,
        newOwner,
        stake,
        last,
        closedAt,
        droppedBecause,
        revision + 1);
  }

  /** When it turns out that somebody else is planned for her next visit. */
  FollowUp beforeChange(LocalDate newDueOn) {
    return new FollowUp(
        id,
        flagId,
        customerId,
        Kind.COMING_CHANGE,
        state,
        openedAt,
        newDueOn,
        owner,
        stake,
        last,
        closedAt,
        droppedBecause,
        revision + 1);
  }

  /** After a try: still open with a new due date, or closed by it. */
  FollowUp tried(Try now, LocalDate nextDueOn) {
    State next = now.outcome().leadsTo();
    return new FollowUp(
        id,
        flagId,
        customerId,
        kind,
        next,
        openedAt,
        nextDueOn,
        owner == null ? now.by() : owner,
        stake,
        now,
        next == State.OPEN ? null : now.at(),
        next == State.DROPPED ? DropReason.NOT_NEEDED : null,
        revision + 1);
  }
}
