package io.familiarface.jobs.visit;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.rest.Ref;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** The technician has been there; or nobody has. */
@ApplicationScoped
class CompletingVisit {
  private final LockedVisits visits;
  private final Agreements agreements;
  private final UsualTechnicians usualTechnicians;
  private final JobSheetPolicy sheets;
  private final BusinessTime businessTime;
  private final CompanyCalendar calendar;
  private final Event<VisitCompleted> completed;

  CompletingVisit(
      LockedVisits visits,
      Agreements agreements,
      UsualTechnicians usualTechnicians,
      JobSheetPolicy sheets,
      BusinessTime businessTime,
      CompanyCalendar calendar,
      Event<VisitCompleted> completed) {
    this.visits = visits;
    this.agreements = agreements;
    this.usualTechnicians = usualTechnicians;
    this.sheets = sheets;
    this.businessTime = businessTime;
    this.calendar = calendar;
    this.completed = completed;
  }

  @Transactional
  VisitView complete(Ref ref, Instant completedAt, Boolean onTime) {
    LockedVisit locked = visits.lock(ref);
    Visit visit = locked.visit();
    visit.requirePlanned();
    Instant at = notBeforeItsDay(visit, completedAt, "/completedAt");
    locked
        .technician()
        .orElseThrow(
            () ->
                JobsProblem.NOBODY_ASSIGNED.because(
                    "Nobody is assigned to this visit. Assign the technician who came, then"
                        + " complete it."))
        .requireOn(calendar.dayOf(at), "/completedAt");
    sheets.requireRead(visit, locked.sheetReadBy());
    if (completedAt != null && visit.arrivedAt != null && completedAt.isBefore(visit.arrivedAt)) {
      throw JobsProblem.CONTRADICTION.at(
          "/completedAt",
          "The technician arrived at %s, which is later.".formatted(visit.arrivedAt));
    }
    VisitSnapshot before = visit.snapshot();
    visit.complete(at, onTime == null ? visit.arrivedOnTime() : onTime);
    VisitView view = visits.save(locked, "visit.completed", before);
    completed.fire(new VisitCompleted(visit.id, visit.agreementId, visit.completedAt, false));
    return view;
  }

  @Transactional
  VisitView miss(Ref ref, Instant missedAt, MissedReason reason) {
    LockedVisit locked = visits.lockWithHandOver(ref);
    Visit visit = locked.visit();
    visit.requirePlanned();
    Instant at =
        reason.isForeseeable()
            ? businessTime.ofFact(missedAt, "/missedAt")
            : notBeforeItsDay(visit, missedAt, "/missedAt");
    Optional<Substitution> handOver = visit.handOver();
    VisitSnapshot before = visit.snapshot();
    visit.miss(at, reason);
    if (visit.isCalledOff(calendar)) {
      visit.forgetTelling();
    }
    VisitView view = visits.save(locked, "visit.missed", before);
    if (handOver.isPresent()) {
      visits.writeSaved();
      usualTechnicians.follow(
          agreements.lock(Ref.of(visit.agreementId)), visit, handOver, visit.scheduledAt);
    }
    return view;
  }

  /** A technician may be early; on another day, the visit was moved. */
  private Instant notBeforeItsDay(Visit visit, Instant given, String pointer) {
    Instant at = businessTime.ofFact(given, pointer);
    if (calendar.dayOf(at).isBefore(calendar.dayOf(visit.scheduledAt))) {
      throw JobsProblem.BEFORE_THE_VISIT.at(
          pointer,
          "The visit is planned for %s, which is a later day. Reschedule it first if it took place before."
              .formatted(visit.scheduledAt));
    }
    return at;
  }
}
