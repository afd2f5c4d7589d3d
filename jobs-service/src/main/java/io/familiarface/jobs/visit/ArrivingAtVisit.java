package io.familiarface.jobs.visit;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.rest.Ref;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** The technician is at the door. */
@ApplicationScoped
class ArrivingAtVisit {
  private final LockedVisits visits;
  private final BusinessTime businessTime;
  private final CompanyCalendar calendar;

  ArrivingAtVisit(LockedVisits visits, BusinessTime businessTime, CompanyCalendar calendar) {
    this.visits = visits;
    this.businessTime = businessTime;
    this.calendar = calendar;
  }

  /**
   * Writes down the one arrival of a visit.
   *
   * @param arrivedAt now if null
   */
  @Transactional
  VisitView arrive(Ref ref, Instant arrivedAt) {
    LockedVisit locked = visits.lock(ref);
    Visit visit = locked.visit();
    visit.requirePlanned();
    if (visit.arrivedAt != null) {
      throw JobsProblem.ALREADY_ARRIVED.because(
          "The technician arrived at %s. A manager corrects that by a PATCH of arrivedAt."
              .formatted(visit.arrivedAt));
    }
    Instant at = businessTime.ofFact(arrivedAt, "/arrivedAt");
    visit.requireArrivalFrom(calendar.dayOf(at));
    locked
        .technician()
        .orElseThrow(
            () ->
                JobsProblem.NOBODY_ASSIGNED.because(
                    "Nobody is assigned to this visit. Assign the technician who came first."))
        .requireOn(calendar.dayOf(at), "/arrivedAt");
    VisitSnapshot before = visit.snapshot();
    visit.arrive(at);
    return visits.save(locked, "visit.arrived", before);
  }
}
