package io.familiarface.jobs.visit;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.jobs.technician.Technician;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.rest.Ref;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A visit moves to another time. If somebody stood in for a technician who is back by then, the
 * technician takes the visit back: that is mostly why it moves.
 */
@ApplicationScoped
class ReschedulingVisit {
  private final Visits visits;
  private final Agreements agreements;
  private final Technicians technicians;
  private final Slots slots;
  private final VisitNews news;
  private final BusinessTime businessTime;
  private final CompanyCalendar calendar;

  ReschedulingVisit(
      Visits visits,
      Agreements agreements,
      Technicians technicians,
      Slots slots,
      VisitNews news,
      BusinessTime businessTime,
      CompanyCalendar calendar) {
    this.visits = visits;
    this.agreements = agreements;
    this.technicians = technicians;
    this.slots = slots;
    this.news = news;
    this.businessTime = businessTime;
    this.calendar = calendar;
  }

  @Transactional
  Visit reschedule(Ref ref, Instant to) {
    Visit visit = visits.locked(ref);
    OpenVisits.mustBePlanned(visit);
    if (to.isBefore(calendar.now())) {
      businessTime.mayRecord(to, "/scheduledAt");
    }
    if (calendar.dayOf(to).isBefore(agreements.byId(visit.agreementId()).startsOn())) {
      throw JobsProblem.BEFORE_THE_START.at("/scheduledAt", "The agreement starts after that.");
    }
    LocalDate day = calendar.dayOf(to);
    VisitRecord before = visit.record();
    if (stoodInForSomebodyAway(visit) && isThere(visit.plannedTechnicianId(), day)) {
      visit.change(new TechnicianChange(visit.plannedTechnicianId(), null, null, Notice.UNKNOWN));
    } else if (visit.technicianId() != null) {
      mustBeThere(technicians.byId(visit.technicianId()), day);
    }
    visit.move(slots.schedule(visit.slotOn(), to));
    news.changed(visit, "visit.rescheduled", before);
    return visit;
  }

  private static boolean stoodInForSomebodyAway(Visit visit) {
    return visit.changeReason() != null
        && visit.changeReason().isAbsence()
        && visit.permanence() == Permanence.THIS_VISIT;
  }

  private boolean isThere(UUID technicianId, LocalDate day) {
    return technicians.byId(technicianId).isEmployedOn(day)
        && technicians.absenceOn(technicianId, day).isEmpty();
  }

  private void mustBeThere(Technician technician, LocalDate day) {
    technician.mustBeEmployedOn(day, "/scheduledAt");
    technicians
        .absenceOn(technician.id(), day)
        .ifPresent(
            absence -> {
              throw JobsProblem.TECHNICIAN_ABSENT.because(
                  "%s is away until %s. Choose a later day, or assign somebody else first."
                      .formatted(technician.name(), absence.untilOn()));
            });
  }
}
