package io.familiarface.jobs.assignment;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.Reference;
import io.familiarface.jobs.agreement.Agreement;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.jobs.agreement.Disengagements;
import io.familiarface.jobs.technician.Technician;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.jobs.visit.Bookings;
import io.familiarface.jobs.visit.NoticePeriod;
import io.familiarface.jobs.visit.ReschedulingVisit;
import io.familiarface.jobs.visit.Substitution;
import io.familiarface.jobs.visit.UsualTechnicians;
import io.familiarface.jobs.visit.Visit;
import io.familiarface.jobs.visit.VisitPublisher;
import io.familiarface.jobs.visit.VisitSnapshot;
import io.familiarface.jobs.visit.VisitView;
import io.familiarface.jobs.visit.VisitViews;
import io.familiarface.jobs.visit.Visits;
import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.time.BusinessTime;
import io.familiarface.rest.time.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Somebody else comes to a visit: this once, or from now on. */
@ApplicationScoped
public class AssigningTechnician {
  private final Visits visits;
  private final VisitViews views;
  private final Agreements agreements;
  private final Technicians technicians;
  private final Bookings bookings;
  private final ReschedulingVisit rescheduling;
  private final UsualTechnicians usualTechnicians;
  private final VisitPublisher publisher;
  private final Disengagements disengagements;
  private final NoticePeriod period;
  private final CompanyCalendar calendar;
  private final BusinessTime businessTime;

  AssigningTechnician(
      Visits visits,
      VisitViews views,
      Agreements agreements,
      Technicians technicians,
      Bookings bookings,
      ReschedulingVisit rescheduling,
      UsualTechnicians usualTechnicians,
      VisitPublisher publisher,
      Disengagements disengagements,
      NoticePeriod period,
      CompanyCalendar calendar,
      BusinessTime businessTime) {
    this.visits = visits;
    this.views = views;
    this.agreements = agreements;
    this.technicians = technicians;
    this.bookings = bookings;
    this.rescheduling = rescheduling;
    this.usualTechnicians = usualTechnicians;
    this.publisher = publisher;
    this.disengagements = disengagements;
    this.period = period;
    this.calendar = calendar;
    this.businessTime = businessTime;
  }

  /** The assignment as it would be, or the reason why it can't be. */
  @Transactional
  ProposedAssignment propose(Ref ref, String ifMatch, AssignmentRequest request) {
    return propose(visits.get(ref), ifMatch, request, technicians::referred);
  }

  /** The visit as it is then. */
  @Transactional
  public VisitView assign(Ref ref, String ifMatch, AssignmentRequest request) {
    // Held before agreement and visit, as by everybody who books; see Bookings.
    Technician newcomer = technicians.lockReferred(reference(request));
    Agreement agreement = agreements.lock(Ref.of(visits.agreementOf(ref)));
    ProposedAssignment proposed =
        propose(visits.lock(ref), ifMatch, request, reference -> newcomer);
    Visit visit = proposed.visit();
    publisher.overridden(visit, request.override());
    VisitSnapshot before = visit.snapshot();
    Optional<Substitution> handOver = visit.handOver();
    Instant from = visit.scheduledAt();
    visit.assign(proposed.change());
    boolean moves = proposed.moves();
    if (moves) {
      rescheduling.move(visit, proposed.at(), proposed.timeSaid());
      from = from.isBefore(visit.scheduledAt()) ? from : visit.scheduledAt();
    }
    visit.override(request.override());
    visit.judgeTelling(period);
    publisher.changed(
        visit, "visit.assigned", before, request.telling(visit.scheduledAt(), calendar.now()));
    if (moves && request.customerAskedForTime()) {
      disengagements.rescheduled(visit.agreementId(), visit.id(), visit.customerId());
    }
    usualTechnicians.follow(agreement, visit, handOver, from);
    return views.of(visit.id());
  }

  private static Reference reference(AssignmentRequest request) {
    return Reference.required("technician", request.technicianId(), request.technicianExternalId());
  }

  private ProposedAssignment propose(
      Visit visit,
      String ifMatch,
      AssignmentRequest request,
      Function<Reference, Technician> technician) {
    ETags.requireMatch(ifMatch, visit.id(), visit.version(), () -> views.of(visit.id()).tag());
    visit.requirePlanned();
    requirePast(request.customerToldAt(), "/customerToldAt");
    requirePast(request.introducedAt(), "/introducedAt");
    Technician newcomer = technician.apply(reference(request));
    Substitution change =
        new Substitution(newcomer.id(), request.reason(), request.permanence(), request.notice());
    ProposedAssignment proposed = proposed(visit, newcomer, change, request);
    Technicians.BeforeSending known =
        technicians.beforeSending(newcomer.id(), visit.plannedTechnicianId(), proposed.on());
    proposed.requirePossible(known);
    // Who was there is what it was, whatever speaks against it.
    boolean past = calendar.isPast(proposed.at(), proposed.timeSaid());
    if (!past && request.override() == null) {
      proposed
          .objection(
              known.usualSkills(), proposed.timeSaid() ? calendar.timeOf(proposed.at()) : null)
          .ifPresent(
              objection -> {
                throw objection;
              });
    }
    if (proposed.timeSaid() && (proposed.moves() || !newcomer.id().equals(visit.technicianId()))) {
      bookings.requireFree(newcomer.id(), newcomer.name(), visit.id(), proposed.at());
    }
    return proposed;
  }

  private ProposedAssignment proposed(
      Visit visit, Technician newcomer, Substitution change, AssignmentRequest request) {
    if (request.scheduledAt() == null) {
      return new ProposedAssignment(
          visit,
          newcomer,
          change,
          change.counted(period, visit.scheduledAt()),
          visit.scheduledAt(),
          visit.scheduledOn(),
          visit.timeSaid());
    }
    Instant at = Instants.toMicros(request.scheduledAt());
    boolean timed = !Boolean.TRUE.equals(request.anyTime());
    rescheduling.requireTime(visit, at, timed);
    return new ProposedAssignment(
        visit, newcomer, change, change.counted(period, at), at, calendar.dayOf(at), timed);
  }

  private void requirePast(Instant at, String pointer) {
    if (at != null) {
      businessTime.mayRecord(at, pointer);
    }
  }
}
