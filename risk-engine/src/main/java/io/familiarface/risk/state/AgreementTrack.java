package io.familiarface.risk.state;

import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.signal.ChangeReason;
import io.familiarface.risk.signal.Permanence;
import io.familiarface.risk.signal.VisitCompleted;
import java.util.UUID;

/** One agreement: who is usual, how often, and when somebody last came or should have come. */
public final class AgreementTrack {

  /** A month, for agreements of which only visits are known. */
  public static final double USUAL_INTERVAL_DAYS = 30.44;

  /** So many intervals without a visit, after the rule has ended, and nobody will come again. */
  static final int LAPSED_AFTER_INTERVALS = 3;

  final UUID id;
  UUID usual;
  UUID unclearNewcomer;
  double intervalDays = USUAL_INTERVAL_DAYS;
  long startedAt;
  long lastOccasionAt;
  long endsAt;
  long cancelledAt;
  int occasions;
  int tenure;
  boolean strangerLast;

  AgreementTrack(UUID id, long startedAt) {
    this.id = id;
    this.startedAt = startedAt;
  }

  public UUID id() {
    return id;
  }

  /** The usual technician, null before anybody was named or came. */
  public UUID usual() {
    return usual;
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

  /** Visits by the usual technician since he became usual. */
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
            endsAt, Micros.plusDays(lastOccasionAt(), LAPSED_AFTER_INTERVALS * intervalDays));
  }

  /** What a visit would be, without taking it in. */
  public VisitOutcome outcomeOf(VisitCompleted visit) {
    var came = visit.technicianId();
    var expected = expectedBy(visit);
    if (expected == null || expected.equals(came) || came.equals(usual)) {
      return VisitOutcome.BY_USUAL;
    }
    if (visit.changeReason() == ChangeReason.CUSTOMER_REQUEST) {
      return VisitOutcome.BY_REQUEST;
    }
    var prepared = visit.told() == Answer.YES && visit.introduced() == Answer.YES;
    return visit.permanence() == Permanence.FOR_GOOD && prepared
        ? VisitOutcome.GOOD_HANDOVER
        : VisitOutcome.CHANGE;
  }

  VisitOutcome take(VisitCompleted visit) {
    var came = visit.technicianId();
    var outcome = outcomeOf(visit);
    if (usual == null) {
      settle(came);
    } else if (!came.equals(usual)) {
      settle(expectedBy(visit));
    }
    if (outcome != VisitOutcome.BY_USUAL) {
      if (visit.permanence() == Permanence.FOR_GOOD) {
        settle(came);
      } else if (visit.permanence() == Permanence.UNKNOWN) {
        unclearNewcomer = came;
      }
    } else {
      unclearNewcomer = null;
    }
    if (came.equals(usual)) {
      tenure++;
    }
    strangerLast = outcome == VisitOutcome.CHANGE;
    occasion(Micros.of(visit.at()));
    return outcome;
  }

  void occasion(long at) {
    occasions++;
    lastOccasionAt = Math.max(lastOccasionAt, at);
  }

  /**
   * The usual technician; or, when the last newcomer came for nobody knows how long and is now the
   * one whom the agreement plans for, that newcomer: unknown is settled by what happens next. The
   * return of the usual one is no change whoever was planned.
   */
  UUID expectedBy(VisitCompleted visit) {
    if (unclearNewcomer == null || unclearNewcomer.equals(usual)) {
      return usual;
    }
    var undeclared =
        visit.plannedTechnicianId() == null && visit.changeReason() == ChangeReason.NONE;
    var planned = undeclared ? visit.technicianId() : visit.plannedTechnicianId();
    return unclearNewcomer.equals(planned) ? unclearNewcomer : usual;
  }

  private void settle(UUID technician) {
    if (technician != null && !technician.equals(usual)) {
      usual = technician;
      tenure = 0;
    }
    if (technician != null && technician.equals(unclearNewcomer)) {
      unclearNewcomer = null;
    }
  }

  AgreementTrack copy() {
    var copy = new AgreementTrack(id, startedAt);
    copy.usual = usual;
    copy.unclearNewcomer = unclearNewcomer;
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
    out.id(usual);
    out.id(unclearNewcomer);
    out.number(intervalDays);
    out.time(lastOccasionAt);
    out.time(endsAt);
    out.time(cancelledAt);
    out.count(occasions);
    out.count(tenure);
    out.count(strangerLast ? 1 : 0);
  }

  static AgreementTrack read(StateReader in) {
    var track = new AgreementTrack(in.id(), in.time());
    track.usual = in.id();
    track.unclearNewcomer = in.id();
    track.intervalDays = in.number();
    track.lastOccasionAt = in.time();
    track.endsAt = in.time();
    track.cancelledAt = in.time();
    track.occasions = in.count();
    track.tenure = in.count();
    track.strangerLast = in.count() == 1;
    return track;
  }
}
