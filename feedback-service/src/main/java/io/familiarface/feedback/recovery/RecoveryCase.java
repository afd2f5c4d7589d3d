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

import io.familiarface.feedback.recovery.CaseClock.Due;
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
 * @param nextStep null once it has ended
 * @param dueAt by when; null once it has ended
 * @param steppedAt when the last step was taken, or when the complaint was received
 * @param remedy null until one is agreed
 * @param deliveredAt null until the remedy is delivered
 * @param checkIns how often somebody has asked since, or tried to
 * @param unanswered how many of these, the last ones, reached nobody
 * @param silentSince when the first of those was; null where there is none
 * @param escalatedAt when the step that is due was given to somebody else for being late
 * @param escalatedTo whose it is and not the owner's: it was late, or is to be approved; null for
 *     nobody, and once it has been given to somebody by hand
 */
@Embeddable
public record RecoveryCase(
    @Enumerated(EnumType.STRING) CaseState state,
    int round,
    @Enumerated(EnumType.STRING) CaseStep nextStep,
    Instant dueAt,
    Instant steppedAt,
    @Embedded Remedy remedy,
    Instant deliveredAt,
    int checkIns,
    int unanswered,
    Instant silentSince,
    Instant escalatedAt,
    String escalatedTo) {

  /** A complaint was received. */
  public static RecoveryCase received(Severity severity, Instant at, CaseClock clock) {
    return begun(1, severity, at, clock);
  }

  /** Another system says that it is settled. */
  public static RecoveryCase settled(boolean lost, Instant at) {
    return new RecoveryCase(
        lost ? LOST : CLOSED, 1, null, null, at, null, null, 0, 0, null, null, null);
  }

  /** What happened, and whose fault it was, is known. */
  public RecoveryCase assessed(Severity severity, Instant at, CaseClock clock) {
    require(CaseStep.ASSESSMENT);
    return moved(ASSESSED, severity, at, clock);
  }

  /** Somebody has apologised, and promised what will change. */
  public RecoveryCase owned(Severity severity, Instant at, CaseClock clock) {
    require(CaseStep.APOLOGY);
    return moved(OWNED, severity, at, clock);
  }

  /** Company and customer agree; above the limit of whoever agreed somebody else has to approve. */
  public RecoveryCase agreed(Remedy agreed, Severity severity, Instant at, CaseClock clock) {
    require(CaseStep.REMEDY);
    return withRemedy(agreed)
        .moved(agreed.isWithinLimit() ? REMEDY_AGREED : AWAITING_APPROVAL, severity, at, clock);
  }

  /** Somebody who may has said yes or no to what was agreed; after a no, something else is. */
  public RecoveryCase decided(boolean approved, Severity severity, Instant at, CaseClock clock) {
    require(CaseStep.APPROVAL);
    return approved
        ? moved(REMEDY_AGREED, severity, at, clock)
        : withRemedy(null).moved(OWNED, severity, at, clock);
  }

  /** What was agreed has been done. */
  public RecoveryCase delivered(Instant at, CaseClock clock) {
    require(CaseStep.DELIVERY);
    return asked(REMEDIED, at, at, 0, Silence.NONE, clock);
  }

  /**
   * Somebody asked the customer how they are. Who was not reached before it is due is still to be
   * asked: tries in a row are no silence.
   *
   * @param answered false when nobody was reached
   */
  public RecoveryCase checkedIn(boolean answered, Instant at, CaseClock clock) {
    require(CaseStep.CHECK_IN);
    if (!answered && !clock.isDue(dueAt, at)) {
      return with(REBUILDING, dueAt, at, silence(), escalatedAt, escalatedTo);
    }
    return asked(
        REBUILDING,
        deliveredAt,
        at,
        checkIns + 1,
        answered ? Silence.NONE : silence().longer(at),
        clock);
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
    if (unanswered < enough) {
      throw new StepNotDue(
          List.of(CaseStep.CHECK_IN),
          "A silence is on record after %d check-ins in a row that were due and reached nobody; so far there are %d."
              .formatted(enough, unanswered));
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
    return with(state, dueAt, steppedAt, Silence.NONE, escalatedAt, escalatedTo);
  }

  /** It turns out to be more or less severe: what is due has the time that this gives it. */
  public RecoveryCase weighed(Severity severity, CaseClock clock) {
    return clock.runs(nextStep)
        ? with(
            state,
            clock.due(nextStep, severity, steppedAt),
            steppedAt,
            silence(),
            escalatedAt,
            escalatedTo)
        : this;
  }

  /**
   * Somebody gave it to its owner, whoever had it for being late; it is not given away again. What
   * the owner has agreed on themself stays with whoever is to approve it.
   */
  public RecoveryCase handedOver(String owner) {
    return with(
        state,
        dueAt,
        steppedAt,
        silence(),
        escalatedAt,
        owner.equals(mayNotTake()) ? escalatedTo : null);
  }

  /** Who may not take the step that is due; null for nobody. */
  public String mayNotTake() {
    return nextStep == CaseStep.APPROVAL ? remedy.agreedBy() : null;
  }

  /** What is due is late, and goes to somebody else. */
  public RecoveryCase escalated(String to, Instant at) {
    return with(state, dueAt, steppedAt, silence(), at, to);
  }

  /** What is due is for somebody else than the owner, late or not. */
  public RecoveryCase givenTo(String whose) {
    return with(state, dueAt, steppedAt, silence(), escalatedAt, whose);
  }

  /** Whether a remedy is agreed on for good, and not only asked for. */
  public boolean hasPromisedRemedy() {
    return remedy != null && remedy.kind() != null && state != AWAITING_APPROVAL;
  }

  /** Whether what is due was not done in time. */
  public boolean isLate(Instant now) {
    return dueAt != null && dueAt.isBefore(now);
  }

  private void require(CaseStep step) {
    if (!AllowedSteps.isAllowed(state, step)) {
      throw new StepNotDue(state, step);
    }
  }

  private static RecoveryCase begun(int round, Severity severity, Instant at, CaseClock clock) {
    return new RecoveryCase(RECEIVED, round, null, null, at, null, null, 0, 0, null, null, null)
        .moved(RECEIVED, severity, at, clock);
  }

  /** The same round and step, remedy and check-ins. */
  private RecoveryCase with(
      CaseState to,
      Instant due,
      Instant stepped,
      Silence silent,
      Instant lateSince,
      String givenTo) {
    return new RecoveryCase(
        to,
        round,
        nextStep,
        due,
        stepped,
        remedy,
        deliveredAt,
        checkIns,
        silent.checkIns,
        silent.since,
        lateSince,
        givenTo);
  }

  private RecoveryCase withRemedy(Remedy other) {
    return new RecoveryCase(
        state,
        round,
        nextStep,
        dueAt,
        steppedAt,
        other,
        deliveredAt,
        checkIns,
        unanswered,
        silentSince,
        null,
        null);
  }

  private RecoveryCase moved(CaseState to, Severity severity, Instant at, CaseClock clock) {
    CaseStep next = AllowedSteps.next(to);
    return new RecoveryCase(
        to, round, next, clock.due(next, severity, at), at, remedy, null, 0, 0, null, null, null);
  }

  private RecoveryCase asked(
      CaseState to, Instant delivered, Instant at, int asked, Silence silent, CaseClock clock) {
    Due due = clock.afterDelivery(delivered, asked, at);
    return new RecoveryCase(
        to,
        round,
        due.step(),
        due.at(),
        at,
        remedy,
        delivered,
        asked,
        silent.checkIns,
        silent.since,
        null,
        null);
  }

  private RecoveryCase ended(CaseState to, Instant at) {
    return new RecoveryCase(
        to,
        round,
        null,
        null,
        at,
        remedy,
        deliveredAt,
        checkIns,
        unanswered,
        silentSince,
        null,
        null);
  }

  private Silence silence() {
    return new Silence(unanswered, silentSince);
  }

  /**
   * The check-ins in a row that reached nobody.
   *
   * @param since when the first of them was; null for none
   */
  private record Silence(int checkIns, Instant since) {
    static final Silence NONE = new Silence(0, null);

    Silence longer(Instant at) {
      return new Silence(checkIns + 1, since == null ? at : since);
    }
  }
}
