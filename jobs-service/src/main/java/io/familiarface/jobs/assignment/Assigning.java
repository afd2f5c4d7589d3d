package io.familiarface.jobs.assignment;

import io.familiarface.jobs.Reference;
import io.familiarface.jobs.agreement.Agreement;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.jobs.technician.Technician;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.jobs.visit.HandOvers;
import io.familiarface.jobs.visit.OpenVisits;
import io.familiarface.jobs.visit.TechnicianChange;
import io.familiarface.jobs.visit.Visit;
import io.familiarface.jobs.visit.VisitNews;
import io.familiarface.jobs.visit.Visits;
import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Somebody else comes to a visit: this once, or from now on. */
@ApplicationScoped
class Assigning {
  private final Visits visits;
  private final Agreements agreements;
  private final Technicians technicians;
  private final HandOvers handOvers;
  private final VisitNews news;
  private final BusinessTime businessTime;

  Assigning(
      Visits visits,
      Agreements agreements,
      Technicians technicians,
      HandOvers handOvers,
      VisitNews news,
      BusinessTime businessTime) {
    this.visits = visits;
    this.agreements = agreements;
    this.technicians = technicians;
    this.handOvers = handOvers;
    this.news = news;
    this.businessTime = businessTime;
  }

  /** The assignment as it would be, or the reason why it can't be. */
  ProposedAssignment propose(Ref ref, String ifMatch, AssignmentRequest request) {
    return propose(visits.get(ref), ifMatch, request);
  }

  @Transactional
  Visit assign(Ref ref, String ifMatch, AssignmentRequest request) {
    Agreement agreement = agreements.locked(agreements.byId(visits.get(ref).agreementId()));
    ProposedAssignment proposed = propose(visits.locked(ref), ifMatch, request);
    Visit visit = proposed.visit();
    Object before = news.snapshot(visit);
    boolean handedOver = visit.isHandOver();
    visit.change(proposed.change());
    news.changed(visit, "visit.assigned", before);
    if (handedOver || visit.isHandOver()) {
      handOvers.follow(agreement, visit.scheduledAt());
    }
    return visit;
  }

  private ProposedAssignment propose(Visit visit, String ifMatch, AssignmentRequest request) {
    ETags.requireMatch(ifMatch, visit.version());
    OpenVisits.mustBePlanned(visit);
    mustHaveHappened(request.customerToldAt(), "/customerToldAt");
    mustHaveHappened(request.introducedAt(), "/introducedAt");
    Technician newcomer =
        technicians.referred(
            Reference.required(
                "technician", request.technicianId(), request.technicianExternalId()));
    TechnicianChange change =
        new TechnicianChange(
            newcomer.id(), request.reason(), request.permanence(), request.notice());
    ProposedAssignment proposed = new ProposedAssignment(visit, newcomer, change);
    proposed.mustBePossible(technicians.absenceOn(newcomer.id(), visit.scheduledOn()));
    return proposed;
  }

  private void mustHaveHappened(Instant at, String pointer) {
    if (at != null) {
      businessTime.mayRecord(at, pointer);
    }
  }
}
