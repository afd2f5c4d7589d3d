package io.familiarface.jobs.visit;

import static io.familiarface.rest.problem.CommonProblem.INVALID_REQUEST;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.Reference;
import io.familiarface.jobs.agreement.Agreement;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.jobs.customer.CustomerLookup;
import io.familiarface.jobs.customer.CustomerRef;
import io.familiarface.jobs.technician.Presence;
import io.familiarface.jobs.technician.Suitability;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.rest.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Somebody asks for a single visit, or writes down one that was planned on paper. */
@ApplicationScoped
class PlanningVisit {
  private final Visits visits;
  private final Agreements agreements;
  private final CustomerLookup customers;
  private final UsualTechnicians usualTechnicians;
  private final Technicians technicians;
  private final Bookings bookings;
  private final Slots slots;
  private final VisitPublisher publisher;
  private final CompanyCalendar calendar;

  PlanningVisit(
      Visits visits,
      Agreements agreements,
      CustomerLookup customers,
      UsualTechnicians usualTechnicians,
      Technicians technicians,
      Bookings bookings,
      Slots slots,
      VisitPublisher publisher,
      CompanyCalendar calendar) {
    this.visits = visits;
    this.agreements = agreements;
    this.customers = customers;
    this.usualTechnicians = usualTechnicians;
    this.technicians = technicians;
    this.bookings = bookings;
    this.slots = slots;
    this.publisher = publisher;
    this.calendar = calendar;
  }

  @Transactional
  Visit plan(NewVisit request) {
    if (request.externalId() != null
        && visits.find(new Reference(null, request.externalId())).isPresent()) {
      throw CommonProblem.externalIdTaken("visit", request.externalId());
    }
    Instant at = request.scheduledAt();
    Agreement agreement = named(request);
    UUID comes = holdWhoComes(agreement, at);
    requireWithinAgreement(agreement, at);
    Visit visit =
        Visit.requested(
            agreement,
            request.externalId(),
            slots.schedule(freeSlot(agreement, at), at),
            usualTechnicians.at(agreement, at));
    boolean handsOverBefore = usualTechnicians.handOver(agreement, visit);
    if (request.windowMinutes() != null) {
      visit.windowMinutes = request.windowMinutes();
    }
    if (comes != null && !at.isBefore(calendar.now())) {
      requirePossible(visit, request.override());
      visit.override(request.override());
      publisher.overridden(visit, request.override());
    }
    visits.persist(visit);
    publisher.created(visit, "visit.planned");
    if (handsOverBefore) {
      usualTechnicians.replan(agreement, at);
    }
    return visit;
  }

  /** Holds them, then the agreement: in the order of everybody who books. */
  private UUID holdWhoComes(Agreement agreement, Instant at) {
    UUID expected = usualTechnicians.comingAt(agreement, at);
    if (expected != null) {
      technicians.lock(List.of(expected));
    }
    UUID comes = usualTechnicians.comingAt(agreements.lock(agreement), at);
    if (!Objects.equals(comes, expected)) {
      throw CommonProblem.CONFLICT.because(
          "Somebody else has become the usual technician just now. Try again.");
    }
    return comes;
  }

  /** Who is away then is planned all the same, as by the agreement's rule, and marked so. */
  private void requirePossible(Visit visit, String override) {
    Presence technician =
        technicians.presence(visit.technicianId, visit.plannedTechnicianId, visit.scheduledOn);
    if (!technician.isThere()) {
      return;
    }
    LocalTime time = calendar.timeOf(visit.scheduledAt);
    if (override == null && technician.licenceEnded()) {
      throw Suitability.licenceEnded(technician.name());
    }
    if (override == null && !technician.works(time)) {
      throw Suitability.outsideHours(technician.name(), time);
    }
    bookings.requireFree(visit.technicianId, technician.name(), visit.id, visit.scheduledAt);
  }

  private void requireWithinAgreement(Agreement agreement, Instant at) {
    if (calendar.dayOf(at).isBefore(agreement.startsOn())) {
      throw JobsProblem.BEFORE_THE_START.at(
          "/scheduledAt", "The agreement starts on %s.".formatted(agreement.startsOn()));
    }
    if (agreement.isCancelledBy(at)) {
      throw JobsProblem.ALREADY_CANCELLED.because(
          "The agreement was cancelled at %s; no visit follows that."
              .formatted(agreement.cancelledAt()));
    }
  }

  private LocalDate freeSlot(Agreement agreement, Instant at) {
    Optional<LocalDate> slot = slots.meant(agreement, at);
    Optional<Visit> holder = slot.flatMap(day -> visits.inSlot(agreement.id(), day));
    holder
        .filter(Visit::isPlanned)
        .filter(visit -> visit.scheduledOn.equals(calendar.dayOf(at)))
        .ifPresent(
            visit -> {
              throw JobsProblem.VISIT_ALREADY_PLANNED.because(
                  "Visit %s is planned for that day already. Use it, or reschedule it."
                      .formatted(visit.id));
            });
    return holder.isPresent() ? null : slot.orElse(null);
  }

  private Agreement named(NewVisit request) {
    Optional<Reference> agreement =
        Reference.optional("agreement", request.agreementId(), request.agreementExternalId());
    Optional<Reference> customer =
        Reference.optional("customer", request.customerId(), request.customerExternalId());
    if (agreement.isPresent() == customer.isPresent()) {
      throw INVALID_REQUEST.at(
          "/agreementId", "Give either the agreement or the customer of the visit.");
    }
    return agreement.map(agreements::referred).orElseGet(() -> onlyOne(customer.orElseThrow()));
  }

  private Agreement onlyOne(Reference reference) {
    CustomerRef customer = customers.referred(reference);
    List<Agreement> active = agreements.activeOf(customer.id());
    if (active.size() != 1) {
      throw JobsProblem.UNKNOWN_AGREEMENT.because(
          "Customer %s has %d agreements that run. Name the agreement of the visit."
              .formatted(reference, active.size()));
    }
    return active.get(0);
  }
}
