package io.familiarface.jobs.visit;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.agreement.Agreement;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.jobs.agreement.AskedBy;
import io.familiarface.jobs.agreement.Disengagements;
import io.familiarface.jobs.technician.Presence;
import io.familiarface.jobs.technician.Suitability;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.rest.Ref;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A visit moves to another time. If somebody stood in for a technician who is back and free by
 * then, the technician takes the visit back: that is mostly why it moves.
 */
@ApplicationScoped
public class ReschedulingVisit {
  private final Visits visits;
  private final Agreements agreements;
  private final Technicians technicians;
  private final Bookings bookings;
  private final UsualTechnicians usualTechnicians;
  private final Slots slots;
  private final VisitPublisher publisher;
  private final Disengagements disengagements;
  private final NoticePeriod period;
  private final BusinessTime businessTime;
  private final CompanyCalendar calendar;
  private final LocalTime anyTime;

  ReschedulingVisit(
      Visits visits,
      Agreements agreements,
      Technicians technicians,
      Bookings bookings,
      UsualTechnicians usualTechnicians,
      Slots slots,
      VisitPublisher publisher,
      Disengagements disengagements,
      NoticePeriod period,
      BusinessTime businessTime,
      CompanyCalendar calendar,
      @ConfigProperty(name = "familiar.planning.default-visit-time") LocalTime anyTime) {
    this.visits = visits;
    this.agreements = agreements;
    this.technicians = technicians;
    this.bookings = bookings;
    this.usualTechnicians = usualTechnicians;
    this.slots = slots;
    this.publisher = publisher;
    this.disengagements = disengagements;
    this.period = period;
    this.businessTime = businessTime;
    this.calendar = calendar;
    this.anyTime = anyTime;
  }

  /** As {@link #reschedule(Ref, Move)}; where nobody has said a time, it is another day alone. */
  @Transactional
  public Visit reschedule(Ref ref, Instant to) {
    return reschedule(ref, new Move(to, null, null, null), bookings.holdTechniciansOf(ref));
  }

  /**
   * Where a visit is to go.
   *
   * @param anyTime whether it is to that day, at no time that anybody has said; null: if so before
   * @param asked who wanted it so; null when nobody has said
   * @param override why it may be outside of working hours, or without a licence; null if it may
   *     not
   */
  public record Move(Instant to, Boolean anyTime, AskedBy asked, String override) {
    boolean isTimed(Visit visit) {
      return anyTime == null ? visit.timeSaid : !anyTime;
    }
  }

  /** An introduction that is to be at it goes with it. */
  @Transactional
  Visit reschedule(Ref ref, Move wanted) {
    return reschedule(ref, wanted, bookings.holdTechniciansAt(ref));
  }

  private Visit reschedule(Ref ref, Move wanted, Bookings.Held held) {
    Instant to = wanted.to();
    Agreement agreement = agreements.lock(Ref.of(visits.agreementOf(ref)));
    Visit visit = visits.lock(ref);
    visit.requirePlanned();
    held.requireOf(visit);
    boolean takenBack = requirePossible(visit, wanted);
    publisher.overridden(visit, wanted.override());
    VisitSnapshot before = visit.snapshot();
    Instant from = visit.scheduledAt;
    if (takenBack) {
      visit.assign(usual(visit));
    }
    move(visit, to, wanted.isTimed(visit));
    visit.override(wanted.override());
    if (visit.isTellingJudged()) {
      visit.judgeTelling(period);
    }
    publisher.changed(
        visit,
        "visit.rescheduled",
        before,
        wanted.asked() == AskedBy.CUSTOMER ? Telling.ASKED : Telling.NONE);
    if (visit.isHandOver()) {
      usualTechnicians.replan(agreement, from.isBefore(to) ? from : to);
    }
    if (wanted.asked() == AskedBy.CUSTOMER) {
      disengagements.rescheduled(visit.agreementId, visit.id, visit.customerId);
    }
    return visit;
  }

  /** The move as it would be, or the reason why it can't be. */
  @Transactional
  public ProposedMove propose(Ref ref, Move wanted) {
    Instant to = wanted.to();
    Visit visit = visits.get(ref);
    visit.requirePlanned();
    Substitution comes =
        requirePossible(visit, wanted)
            ? usual(visit)
            : visit.technicianId == null
                ? null
                : new Substitution(
                    visit.technicianId,
                    visit.changeReason,
                    visit.permanence,
                    visit.isTellingJudged() ? period.counted(visit.notice(), to) : visit.notice());
    return new ProposedMove(visit, to, wanted.isTimed(visit), comes);
  }

  private static Substitution usual(Visit visit) {
    return new Substitution(visit.plannedTechnicianId, null, null, Notice.UNKNOWN);
  }

  /**
   * Refuses what can't be done.
   *
   * @return whether the usual technician takes the visit back
   */
  private boolean requirePossible(Visit visit, Move wanted) {
    Instant to = wanted.to();
    requireTime(visit, to, wanted.isTimed(visit));
    LocalDate day = calendar.dayOf(to);
    LocalTime time = wanted.isTimed(visit) ? calendar.timeOf(to) : null;
    if (hasSubstituteForAbsence(visit)) {
      Presence usual = technicians.presence(visit.plannedTechnicianId, day);
      if (usual.isThere()
          && usual.works(time)
          && !usual.licenceEnded()
          && bookings.isFree(visit.plannedTechnicianId, visit.id, to, time != null)) {
        return true;
      }
    }
    if (visit.technicianId != null) {
      Presence technician =
          technicians.presence(visit.technicianId, visit.plannedTechnicianId, day);
      requirePresent(technician);
      if (wanted.override() == null && !calendar.isPast(to, time != null)) {
        requireSuitable(technician, time);
      }
      if (time != null) {
        bookings.requireFree(visit.technicianId, technician.name(), visit.id, to);
      }
    }
    return false;
  }

  /**
   * Refuses a time at which the visit can't be, whoever comes.
   *
   * @param timed whether it is at that time; else it is that day alone
   */
  public void requireTime(Visit visit, Instant to, boolean timed) {
    if (calendar.isPast(to, timed)) {
      businessTime.mayRecord(to, "/scheduledAt");
    }
    Agreement agreement = agreements.findById(visit.agreementId);
    if (calendar.dayOf(to).isBefore(agreement.startsOn())) {
      throw JobsProblem.BEFORE_THE_START.at("/scheduledAt", "The agreement starts after that.");
    }
    if (agreement.isCancelledBy(to)) {
      throw JobsProblem.ALREADY_CANCELLED.because(
          "The agreement was cancelled at %s; no visit follows that."
              .formatted(agreement.cancelledAt()));
    }
  }

  /**
   * For whoever changes more of the visit than its time, and publishes it then.
   *
   * @param timed whether it is at that time; else it is that day alone, and the same on all of it
   */
  public void move(Visit visit, Instant to, boolean timed) {
    Instant at = timed ? to : calendar.at(calendar.dayOf(to), anyTime);
    visit.move(slots.schedule(visit.slotOn, at), timed);
    // Who was there at the other time has yet to arrive at this one.
    visit.arrivedAt = null;
  }

  private static boolean hasSubstituteForAbsence(Visit visit) {
    return visit.changeReason != null
        && visit.changeReason.isAbsence()
        && visit.permanence == Permanence.THIS_VISIT;
  }

  private static void requireSuitable(Presence technician, LocalTime time) {
    if (technician.licenceEnded()) {
      throw Suitability.licenceEnded(technician.name());
    }
    if (!technician.works(time)) {
      throw Suitability.outsideHours(technician.name(), time);
    }
  }

  private static void requirePresent(Presence technician) {
    technician.requireEmployed("/scheduledAt");
    if (!technician.isThere()) {
      throw JobsProblem.TECHNICIAN_ABSENT.because(
          "%s is away until %s. Choose a later day, or assign somebody else first."
              .formatted(technician.name(), technician.awayUntil()));
    }
  }
}
