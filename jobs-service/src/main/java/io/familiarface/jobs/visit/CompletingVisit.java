package io.familiarface.jobs.visit;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.rest.Ref;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** The technician has been there; or nobody has. */
@ApplicationScoped
class CompletingVisit {
  private final Technicians technicians;
  private final VisitAccess access;
  private final VisitPublisher publisher;
  private final BusinessTime businessTime;
  private final CompanyCalendar calendar;

  CompletingVisit(
      Technicians technicians,
      VisitAccess access,
      VisitPublisher publisher,
      BusinessTime businessTime,
      CompanyCalendar calendar) {
    this.technicians = technicians;
    this.access = access;
    this.publisher = publisher;
    this.businessTime = businessTime;
    this.calendar = calendar;
  }

  @Transactional
  Visit complete(Ref ref, Instant completedAt, Boolean onTime) {
    Visit visit = lockPlanned(ref);
    Instant at = instantAfterSchedule(visit, completedAt, "/completedAt");
    if (visit.technicianId == null) {
      throw JobsProblem.NOBODY_ASSIGNED.because(
          "Nobody is assigned to this visit. Assign the technician who came, then complete it.");
    }
    technicians.findById(visit.technicianId).requireEmployedOn(calendar.dayOf(at), "/completedAt");
    VisitSnapshot before = visit.snapshot();
    visit.complete(at, onTime);
    publisher.changed(visit, "visit.completed", before);
    return visit;
  }

  @Transactional
  Visit miss(Ref ref, Instant missedAt, MissedReason reason) {
    Visit visit = lockPlanned(ref);
    Instant at = instantAfterSchedule(visit, missedAt, "/missedAt");
    VisitSnapshot before = visit.snapshot();
    visit.miss(at, reason);
    publisher.changed(visit, "visit.missed", before);
    return visit;
  }

  private Visit lockPlanned(Ref ref) {
    Visit visit = access.lock(ref);
    visit.requirePlanned();
    return visit;
  }

  private Instant instantAfterSchedule(Visit visit, Instant given, String pointer) {
    Instant at = businessTime.ofFact(given, pointer);
    if (at.isBefore(visit.scheduledAt)) {
      throw JobsProblem.BEFORE_THE_VISIT.at(
          pointer,
          "The visit is planned for %s, which is later. Reschedule it first if it took place earlier."
              .formatted(visit.scheduledAt));
    }
    return at;
  }
}
