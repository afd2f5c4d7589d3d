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
  private final Visits visits;
  private final Technicians technicians;
  private final OwnVisits ownVisits;
  private final VisitNews news;
  private final BusinessTime businessTime;
  private final CompanyCalendar calendar;

  CompletingVisit(
      Visits visits,
      Technicians technicians,
      OwnVisits ownVisits,
      VisitNews news,
      BusinessTime businessTime,
      CompanyCalendar calendar) {
    this.visits = visits;
    this.technicians = technicians;
    this.ownVisits = ownVisits;
    this.news = news;
    this.businessTime = businessTime;
    this.calendar = calendar;
  }

  @Transactional
  Visit complete(Ref ref, Instant completedAt, Boolean onTime) {
    Visit visit = stillOpen(ref);
    Instant at = afterItWasDue(visit, completedAt, "/completedAt");
    if (visit.technicianId() == null) {
      throw JobsProblem.NOBODY_ASSIGNED.because(
          "Nobody is assigned to this visit. Assign the technician who came, then complete it.");
    }
    technicians.byId(visit.technicianId()).mustBeEmployedOn(calendar.dayOf(at), "/completedAt");
    VisitRecord before = visit.record();
    visit.complete(at, onTime);
    news.changed(visit, "visit.completed", before);
    return visit;
  }

  @Transactional
  Visit miss(Ref ref, Instant missedAt, MissedReason reason) {
    Visit visit = stillOpen(ref);
    Instant at = afterItWasDue(visit, missedAt, "/missedAt");
    VisitRecord before = visit.record();
    visit.miss(at, reason);
    news.changed(visit, "visit.missed", before);
    return visit;
  }

  private Visit stillOpen(Ref ref) {
    Visit visit = visits.locked(ref);
    ownVisits.mayBeSeen(visit);
    OpenVisits.mustBePlanned(visit);
    return visit;
  }

  private Instant afterItWasDue(Visit visit, Instant given, String pointer) {
    Instant at = businessTime.ofFact(given, pointer);
    if (at.isBefore(visit.scheduledAt())) {
      throw JobsProblem.BEFORE_THE_VISIT.at(
          pointer,
          "The visit is planned for %s, which is later. Reschedule it first if it took place earlier."
              .formatted(visit.scheduledAt()));
    }
    return at;
  }
}
