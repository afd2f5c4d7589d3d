package io.familiarface.jobs.visit;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.Reference;
import io.familiarface.jobs.agreement.Agreement;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.UnaryOperator;

/** What was written down of a completed visit was wrong; everybody who was told is told again. */
@ApplicationScoped
class CorrectingVisit {
  private final Visits visits;
  private final VisitViews views;
  private final Agreements agreements;
  private final Technicians technicians;
  private final UsualTechnicians usualTechnicians;
  private final VisitPublisher publisher;
  private final BusinessTime businessTime;
  private final CompanyCalendar calendar;

  CorrectingVisit(
      Visits visits,
      VisitViews views,
      Agreements agreements,
      Technicians technicians,
      UsualTechnicians usualTechnicians,
      VisitPublisher publisher,
      BusinessTime businessTime,
      CompanyCalendar calendar) {
    this.visits = visits;
    this.views = views;
    this.agreements = agreements;
    this.technicians = technicians;
    this.usualTechnicians = usualTechnicians;
    this.publisher = publisher;
    this.businessTime = businessTime;
    this.calendar = calendar;
  }

  @Transactional
  Visit correct(Ref ref, String ifMatch, UnaryOperator<VisitPatch> to) {
    Agreement agreement = agreements.lock(Ref.of(visits.agreementOf(ref)));
    Visit visit = visits.lock(ref);
    ETags.requireMatch(ifMatch, visit.id, visit.version, () -> views.of(visit.id).tag());
    if (visit.state != VisitState.COMPLETED) {
      throw JobsProblem.NOT_COMPLETED.because(
          "Only a completed visit is corrected. Use assignment, told or reschedule before.");
    }
    VisitPatch was = VisitPatch.of(visit);
    VisitPatch is = to.apply(was);
    if (is.equals(was)) {
      return visit;
    }
    requireConsistent(visit, is);
    boolean handedOver = visit.isHandOver();
    VisitSnapshot before = visit.snapshot();
    visit.assign(is.change());
    visit.complete(is.completedAt(), is.onTime());
    publisher.changed(visit, "visit.corrected", before);
    if (handedOver || visit.isHandOver()) {
      usualTechnicians.replan(agreement, visit.scheduledAt);
    }
    return visit;
  }

  private void requireConsistent(Visit visit, VisitPatch is) {
    businessTime.mayRecord(is.completedAt(), "/completedAt");
    if (is.customerToldAt() != null) {
      businessTime.mayRecord(is.customerToldAt(), "/customerToldAt");
    }
    if (is.introducedAt() != null) {
      businessTime.mayRecord(is.introducedAt(), "/introducedAt");
    }
    if (calendar.dayOf(is.completedAt()).isBefore(calendar.dayOf(visit.scheduledAt))) {
      throw JobsProblem.BEFORE_THE_VISIT.at(
          "/completedAt", "The visit was planned for %s.".formatted(visit.scheduledAt));
    }
    technicians
        .referred(new Reference(is.technicianId(), null))
        .requireEmployedOn(calendar.dayOf(is.completedAt()), "/technicianId");
  }
}
