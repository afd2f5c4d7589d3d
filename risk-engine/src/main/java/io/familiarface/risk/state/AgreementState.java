package io.familiarface.risk.state;

import io.familiarface.risk.signal.AgreementStarted;
import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.signal.ChangeReason;
import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.signal.VisitCompleted;
import io.familiarface.technicianchange.CompletedVisit;
import io.familiarface.technicianchange.UsualTechnician;
import io.familiarface.technicianchange.VisitOutcome;
import java.util.UUID;

/** One agreement: who is usual, how often, and when somebody last came or should have come. */
public final class AgreementState {

  /** A month, for agreements of which only visits are known. */
  public static final double USUAL_INTERVAL_DAYS = 30.44;

  /** So many intervals without a visit, after the rule has ended, and nobody will come again. */
  static final int LAPSED_AFTER_INTERVALS = 3;

  private final UUID id;
  private UsualTechnician<UUID> usual = UsualTechnician.startingWith(null);
  private double intervalDays = USUAL_INTERVAL_DAYS;
  private long startedAt;
  private long lastOccasionAt;
  private long endsAt;
  long cancelledAt;
  private int occasions;
  private int tenure;
  private boolean strangerLast;

  AgreementState(UUID id, long startedAt) {
    this.id = id;
    this.startedAt = startedAt;
  }

  public UUID id() {
    return id;
  }

  /** The usual technician, null before anybody was named or came. */
  public UUID usual() {
    return usual.usual();
  }

  public double intervalDays() {
    return intervalDays;
  }

  public long startedAt() {
    return startedAt;
  }

  /** Visits that took place or were missed. */
  public int occasions() {
    return occasions;
  }

  /** The last of them; the start when there was none. */
  public long lastOccasionAt() {
    return occasions == 0 ? startedAt : lastOccasionAt;
  }

  /** Visits by the usual technician since they became usual. */
  public int tenure() {
    return tenure;
  }

  /** Whether the last visit was a technician change. */
  public boolean strangerLast() {
    return strangerLast;
  }

  public boolean active() {
    return cancelledAt == 0;
  }

  /** Whether visits are still to be expected at an instant. */
  public boolean runs(long at) {
    return active() && at < lapsesAt();
  }

  /**
   * When it has run out for good unless somebody comes before: its rule has ended and several
   * intervals have passed since the last visit. {@code Long.MAX_VALUE} while the rule has no end.
   */
  public long lapsesAt() {
    return endsAt == 0
        ? Long.MAX_VALUE
        : Math.max(
            endsAt, EpochMicros.plusDays(lastOccasionAt(), LAPSED_AFTER_INTERVALS * intervalDays));
  }

  /** What a visit would be, without taking it in. */
  public VisitOutcome outcomeOf(VisitCompleted visit) {
    return usual.outcomeOf(facts(visit));
  }

  UsualTechnician.Step<UUID> take(VisitCompleted visit) {
    var step = usual.after(facts(visit));
    if (!step.usual().usual().equals(usual.usual())) {
      tenure = 0;
    }
    usual = step.usual();
    if (visit.technicianId().equals(usual.usual())) {
      tenure++;
    }
    strangerLast = step.outcome().isTechnicianChange();
    occasion(EpochMicros.of(visit.at()));
    return step;
  }

  private static CompletedVisit<UUID> facts(VisitCompleted visit) {
    return new CompletedVisit<>(
        visit.technicianId(),
        visit.plannedTechnicianId(),
        visit.changeReason() != ChangeReason.NONE,
        visit.changeReason() == ChangeReason.CUSTOMER_REQUEST,
        visit.permanence(),
        visit.told() == Answer.YES,
        visit.introduced() == Answer.YES);
  }

  void started(AgreementStarted agreement) {
    startedAt = EpochMicros.of(agreement.at());
    intervalDays = agreement.visitIntervalDays();
    endsAt = agreement.endsAt() == null ? 0 : EpochMicros.of(agreement.endsAt());
    if (usual.usual() == null) {
      usual = new UsualTechnician<>(agreement.technicianId(), usual.unconfirmed());
    }
  }

  void occasion(long at) {
    occasions++;
    lastOccasionAt = Math.max(lastOccasionAt, at);
  }

  AgreementState copy() {
    var copy = new AgreementState(id, startedAt);
    copy.usual = usual;
    copy.intervalDays = intervalDays;
    copy.lastOccasionAt = lastOccasionAt;
    copy.endsAt = endsAt;
    copy.cancelledAt = cancelledAt;
    copy.occasions = occasions;
    copy.tenure = tenure;
    copy.strangerLast = strangerLast;
    return copy;
  }

  void write(StateWriter out) {
    out.id(id);
    out.time(startedAt);
    out.id(usual.usual());
    out.id(usual.unconfirmed());
    out.days(intervalDays);
    out.timeOrNone(lastOccasionAt);
    out.timeOrNone(endsAt);
    out.timeOrNone(cancelledAt);
    out.count(occasions);
    out.count(2L * tenure + (strangerLast ? 1 : 0));
  }

  static AgreementState read(StateReader in) {
    var track = new AgreementState(in.id(), in.time());
    track.usual = new UsualTechnician<>(in.id(), in.id());
    track.intervalDays = in.days();
    track.lastOccasionAt = in.timeOrNone();
    track.endsAt = in.timeOrNone();
    track.cancelledAt = in.timeOrNone();
    track.occasions = in.count();
    var both = in.count();
    track.tenure = both / 2;
    track.strangerLast = both % 2 == 1;
    return track;
  }
}
