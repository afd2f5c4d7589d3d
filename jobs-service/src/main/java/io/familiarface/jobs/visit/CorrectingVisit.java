package io.familiarface.jobs.visit;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.Reference;
import io.familiarface.jobs.agreement.Agreement;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What was written down of a visit was wrong; everybody who was told is told again. */
@ApplicationScoped
class CorrectingVisit {
  private final Visits visits;
  private final VisitViews views;
  private final Agreements agreements;
  private final Technicians technicians;
  private final UsualTechnicians usualTechnicians;
  private final VisitPublisher publisher;
  private final NoticePeriod period;
  private final BusinessTime businessTime;
  private final CompanyCalendar calendar;

  CorrectingVisit(
      Visits visits,
      VisitViews views,
      Agreements agreements,
      Technicians technicians,
      UsualTechnicians usualTechnicians,
      VisitPublisher publisher,
      NoticePeriod period,
      BusinessTime businessTime,
      CompanyCalendar calendar) {
    this.visits = visits;
    this.views = views;
    this.agreements = agreements;
    this.technicians = technicians;
    this.usualTechnicians = usualTechnicians;
    this.publisher = publisher;
    this.period = period;
    this.businessTime = businessTime;
    this.calendar = calendar;
  }

  /**
   * Corrects a completed visit; or the window and the arrival of a planned one, and what the
   * customer knows of that.
   *
   * @param said the fields that the caller names, be it with what was said before
   */
  @Transactional
  Visit correct(Ref ref, String ifMatch, Set<String> said, UnaryOperator<VisitPatch> to) {
    Agreement agreement = agreements.lock(Ref.of(visits.agreementOf(ref)));
    Visit visit = visits.lock(ref);
    ETags.requireMatch(ifMatch, visit.id, visit.version, () -> views.of(visit.id).tag());
    if (visit.state != VisitState.COMPLETED
        && !(visit.isPlanned() && VisitPatch.isOfPlanned(said))) {
      throw JobsProblem.NOT_COMPLETED.because(
          "Before it is completed, only the window and the arrival of a visit are corrected, with"
              + " customerToldAt and askedBy. Use assignment, told or reschedule for the rest.");
    }
    VisitPatch was = VisitPatch.of(visit);
    VisitPatch is = to.apply(was);
    if (is.equals(was)) {
      return visit;
    }
    requireArrival(visit, was, is);
    if (visit.isPlanned()) {
      requirePast(is.customerToldAt(), "/customerToldAt");
      VisitSnapshot before = visit.snapshot();
      setArrival(visit, is);
      if (!Objects.equals(is.customerToldAt(), was.customerToldAt())) {
        // Stated that nobody had told them: now somebody has.
        visit.setNotice(
            is.customerToldAt() == null
                ? is.change().notice()
                : visit.notice().and(is.customerToldAt(), null));
        visit.judgeTelling(period);
      }
      publisher.changed(visit, "visit.corrected", before, is.telling(was));
      return visit;
    }
    requireConsistent(visit, is);
    Optional<Substitution> handOver = visit.handOver();
    boolean reckoned =
        !said.contains("onTime") && Objects.equals(was.onTime(), visit.arrivedOnTime());
    VisitSnapshot before = visit.snapshot();
    visit.assign(is.change());
    setArrival(visit, is);
    visit.complete(is.completedAt(), reckoned ? visit.arrivedOnTime() : is.onTime());
    publisher.changed(visit, "visit.corrected", before);
    usualTechnicians.follow(agreement, visit, handOver, visit.scheduledAt);
    return visit;
  }

  private static void setArrival(Visit visit, VisitPatch is) {
    visit.windowMinutes = is.windowMinutes();
    visit.arrive(is.arrivedAt());
  }

  private void requireArrival(Visit visit, VisitPatch was, VisitPatch is) {
    if (is.arrivedAt() == null || is.arrivedAt().equals(was.arrivedAt())) {
      return;
    }
    businessTime.mayRecord(is.arrivedAt(), "/arrivedAt");
    visit.requireArrivalFrom(calendar.dayOf(is.arrivedAt()));
    if (is.technicianId() == null) {
      throw JobsProblem.NOBODY_ASSIGNED.because("Nobody is assigned to this visit.");
    }
  }

  private void requireConsistent(Visit visit, VisitPatch is) {
    requireGiven(is.technicianId(), "/technicianId");
    requireGiven(is.completedAt(), "/completedAt");
    businessTime.mayRecord(is.completedAt(), "/completedAt");
    requirePast(is.customerToldAt(), "/customerToldAt");
    requirePast(is.introducedAt(), "/introducedAt");
    if (calendar.dayOf(is.completedAt()).isBefore(calendar.dayOf(visit.scheduledAt))) {
      throw JobsProblem.BEFORE_THE_VISIT.at(
          "/completedAt", "The visit was planned for %s.".formatted(visit.scheduledAt));
    }
    if (is.arrivedAt() != null && is.completedAt().isBefore(is.arrivedAt())) {
      throw JobsProblem.CONTRADICTION.at(
          "/completedAt",
          "The technician arrived at %s, which is later.".formatted(is.arrivedAt()));
    }
    technicians
        .referred(new Reference(is.technicianId(), null))
        .requireEmployedOn(calendar.dayOf(is.completedAt()), "/technicianId");
  }

  private void requirePast(Instant at, String pointer) {
    if (at != null) {
      businessTime.mayRecord(at, pointer);
    }
  }

  private static void requireGiven(Object value, String pointer) {
    if (value == null) {
      throw CommonProblem.INVALID_REQUEST.at(pointer, "must not be null");
    }
  }
}
