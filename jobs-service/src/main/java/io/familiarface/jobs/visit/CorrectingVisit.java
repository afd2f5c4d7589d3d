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
  private final Agreements agreements;
  private final Technicians technicians;
  private final HandOvers handOvers;
  private final VisitNews news;
  private final BusinessTime businessTime;
  private final CompanyCalendar calendar;

  CorrectingVisit(
      Visits visits,
      Agreements agreements,
      Technicians technicians,
      HandOvers handOvers,
      VisitNews news,
      BusinessTime businessTime,
      CompanyCalendar calendar) {
    this.visits = visits;
    this.agreements = agreements;
    this.technicians = technicians;
    this.handOvers = handOvers;
    this.news = news;
    this.businessTime = businessTime;
    this.calendar = calendar;
  }

  @Transactional
  Visit correct(Ref ref, String ifMatch, UnaryOperator<VisitCorrection> to) {
    Agreement agreement = agreements.locked(agreements.byId(visits.get(ref).agreementId()));
    Visit visit = visits.locked(ref);
    ETags.requireMatch(ifMatch, visit.version());
    if (visit.state() != VisitState.COMPLETED) {
      throw JobsProblem.NOT_COMPLETED.because(
          "Only a completed visit is corrected. Use assignment, told or reschedule before.");
    }
    VisitCorrection was = VisitCorrection.of(visit);
    VisitCorrection is = to.apply(was);
    if (is.equals(was)) {
      return visit;
    }
    mustMakeSense(visit, is);
    boolean handedOver = visit.isHandOver();
    VisitRecord before = visit.record();
    visit.change(is.change());
    visit.complete(is.completedAt(), is.onTime());
    news.changed(visit, "visit.corrected", before);
    if (handedOver || visit.isHandOver()) {
      handOvers.follow(agreement, visit.scheduledAt());
    }
    return visit;
  }

  private void mustMakeSense(Visit visit, VisitCorrection is) {
    businessTime.mayRecord(is.completedAt(), "/completedAt");
    if (is.completedAt().isBefore(visit.scheduledAt())) {
      throw JobsProblem.BEFORE_THE_VISIT.at(
          "/completedAt", "The visit was planned for %s.".formatted(visit.scheduledAt()));
    }
    technicians
        .referred(new Reference(is.technicianId(), null))
        .mustBeEmployedOn(calendar.dayOf(is.completedAt()), "/technicianId");
  }
}
