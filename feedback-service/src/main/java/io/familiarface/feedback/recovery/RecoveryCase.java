package io.familiarface.feedback.recovery;

import static io.familiarface.feedback.recovery.CaseState.ASSESSED;
import static io.familiarface.feedback.recovery.CaseState.AWAITING_APPROVAL;
import static io.familiarface.feedback.recovery.CaseState.CLOSED;
import static io.familiarface.feedback.recovery.CaseState.LOST;
import static io.familiarface.feedback.recovery.CaseState.OWNED;
import static io.familiarface.feedback.recovery.CaseState.REBUILDING;
import static io.familiarface.feedback.recovery.CaseState.RECEIVED;
import static io.familiarface.feedback.recovery.CaseState.REMEDIED;
import static io.familiarface.feedback.recovery.CaseState.REMEDY_AGREED;

import io.familiarface.risk.signal.Severity;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;

/**
 * How far the mending of a complaint has come, and what is due next. Each step makes another one of
 * it; a step that is not due throws {@link StepNotDue}.
 *
 * @param round 1, and one more each time the customer came back with it
 * @param steppedAt when the last step was taken, or when the complaint was received
 * @param remedy null until one is agreed
 */
@Embeddable
public record RecoveryCase(
    @Enumerated(EnumType.STRING) CaseState state,
    int round,
    @Embedded NextStep next,
    Instant steppedAt,
    @Embedded Remedy remedy,
    @Embedded Rebuilding rebuilding) {

  public RecoveryCase {
    // A row that has none of its columns is read as null.
    next = next == null ? NextStep.NONE : next;
  }

  /** A complaint was received. */
  public static RecoveryCase received(Severity severity, Instant at, CaseClock clock) {
    return begun(1, severity, at, clock);
  }

  /** Another system says that the customer came back with it, once or more often. */
  public static RecoveryCase cameBack(Severity severity, Instant at, CaseClock clock) {
    return begun(2, severity, at, clock);
  }

  /**
   * Another system says that it is settled.
   *
   * @param cameBack whether the customer came back with it before
   */
  public static RecoveryCase settled(boolean lost, boolean cameBack, Instant at) {
    return new RecoveryCase(
        lost ? LOST : CLOSED, cameBack ? 2 : 1, NextStep.NONE, at, null, Rebuilding.NOT_YET);
  }

  /** What happened, and whose fault it was, is known. */
  public RecoveryCase assessed(Severity severity, Instant at, CaseClock clock) {
    require(CaseStep.ASSESSMENT);
    return moved(ASSESSED, remedy, severity, at, clock);
  }

  /** Somebody has apologised, and promised what will change. */
  public RecoveryCase owned(Severity severity, Instant at, CaseClock clock) {
    require(CaseStep.APOLOGY);
    return moved(OWNED, remedy, severity, at, clock);
  }

  /** Company and customer agree; above the limit of whoever agreed somebody else has to approve. */
  public RecoveryCase agreed(Remedy agreed, Severity severity, Instant at, CaseClock clock) {
    require(CaseStep.REMEDY);
    return moved(
        agreed.isWithinLimit() ? REMEDY_AGREED : AWAITING_APPROVAL, agreed, severity, at, clock);
  }

  /** Somebody who may has said yes or no to what was agreed; after a no, something else is. */
  public RecoveryCase decided(boolean approved, Severity severity, Instant at, CaseClock clock) {
    require(CaseStep.APPROVAL);
    return approved
        ? moved(REMEDY_AGREED, remedy, severity, at, clock)
        : moved(OWNED, null, severity, at, clock);
  }

  /** What was agreed has been done. */
  public RecoveryCase delivered(Instant at, CaseClock clock) {
    require(CaseStep.DELIVERY);
    return asked(REMEDIED, Rebuilding.begun(at), at, clock);
  }

  /**
   * Somebody asked the customer how they are. Who was not reached before it is due is still to be
   * asked: tries in a row are no silence.
   *
   * @param answered false when nobody was reached
   */
  public RecoveryCase checkedIn(boolean answered, Instant at, CaseClock clock) {
    require(CaseStep.CHECK_IN);
    if (!answered && !clock.isDue(next.dueAt(), at)) {
      return new RecoveryCase(REBUILDING, round, next, at, remedy, rebuilding);
    }
    return asked(
        REBUILDING, answered ? rebuilding.answered() : rebuilding.unanswered(at), at, clock);
  }

  /** The customer says how it ended. */
  public RecoveryCase closed(boolean satisfied, Instant at) {
    require(CaseStep.CLOSURE);
    return ended(satisfied ? CLOSED : LOST, at);
  }

  /**
   * Nobody could be reached for long.
   *
   * @param enough so many check-ins in a row without an answer are a silence
   * @param heard what the customer did since the first of them, and when; null for nothing
   */
  public RecoveryCase closedBySilence(int enough, String heard, Instant at) {
    require(CaseStep.CLOSURE);
    if (rebuilding.unanswered() < enough) {
      throw new StepNotDue(
          List.of(CaseStep.CHECK_IN),
          "A silence is on record after %d check-ins in a row that were due and reached nobody; so far there are %d."
              .formatted(enough, rebuilding.unanswered()));
    }
    if (heard != null) {
      throw new StepNotDue(
          List.of(CaseStep.CHECK_IN),
          "This is no silence: since the first check-in that reached nobody, the customer %s. Ask them how they are."
              .formatted(heard));
    }
    return ended(CLOSED, at);
  }

  /** The customer comes back with it: it begins anew. */
  public RecoveryCase reopened(Severity severity, Instant at, CaseClock clock) {
    require(CaseStep.REOPENING);
    return begun(round + 1, severity, at, clock);
  }

  /** The customer has said something, so that they are not silent. */
  public RecoveryCase heard() {
    return new RecoveryCase(state, round, next, steppedAt, remedy, rebuilding.heard());
  }

  /** It turns out to be more or less severe: what is due has the time that this gives it. */
  public RecoveryCase weighed(Severity severity, CaseClock clock) {
    return clock.runs(next.step())
        ? with(next.by(clock.due(next.step(), severity, steppedAt)))
        : this;
  }

  /**
   * Somebody gave it to its owner, whoever had it for being late; it is not given away again. What
   * the owner has agreed on themself stays with whoever is to approve it.
   */
  public RecoveryCase handedOver(String owner) {
    return owner.equals(mayNotTake()) ? this : with(next.givenTo(null));
  }

  /** Who may not take the step that is due; null for nobody. */
  public String mayNotTake() {
    return next.step() == CaseStep.APPROVAL ? remedy.agreedBy() : null;
  }

  /** What is due is late, and goes to somebody else. */
  public RecoveryCase escalated(String to, Instant at) {
    return with(next.escalated(to, at));
  }

  /** What is due is for somebody else than the owner, late or not. */
  public RecoveryCase givenTo(String whose) {
    return with(next.givenTo(whose));
  }

  /** Whether a remedy is agreed on for good, and not only asked for. */
  public boolean hasPromisedRemedy() {
    return remedy != null && remedy.kind() != null && state != AWAITING_APPROVAL;
  }

  /** Whether what is due was not done in time. */
  public boolean isLate(Instant now) {
    return next.dueAt() != null && next.dueAt().isBefore(now);
  }

  private void require(CaseStep step) {
    if (!AllowedSteps.isAllowed(state, step)) {
      throw new StepNotDue(state, step);
    }
  }

  private static RecoveryCase begun(int round, Severity severity, Instant at, CaseClock clock) {
    return new RecoveryCase(RECEIVED, round, NextStep.NONE, at, null, Rebuilding.NOT_YET)
        .moved(RECEIVED, null, severity, at, clock);
  }

  private RecoveryCase with(NextStep other) {
    return new RecoveryCase(state, round, other, steppedAt, remedy, rebuilding);
  }

  private RecoveryCase moved(
      CaseState to, Remedy agreed, Severity severity, Instant at, CaseClock clock) {
    CaseStep step = AllowedSteps.next(to);
    NextStep due = new NextStep(step, clock.due(step, severity, at));
    return new RecoveryCase(to, round, due, at, agreed, Rebuilding.NOT_YET);
  }

  private RecoveryCase asked(CaseState to, Rebuilding after, Instant at, CaseClock clock) {
    NextStep due = clock.afterDelivery(after.deliveredAt(), after.checkIns(), at);
    return new RecoveryCase(to, round, due, at, remedy, after);
  }

  private RecoveryCase ended(CaseState to, Instant at) {
    return new RecoveryCase(to, round, NextStep.NONE, at, remedy, rebuilding);
  }
}
