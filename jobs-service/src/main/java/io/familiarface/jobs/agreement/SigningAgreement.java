package io.familiarface.jobs.agreement;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.Reference;
import io.familiarface.jobs.customer.CustomerLookup;
import io.familiarface.jobs.customer.CustomerRef;
import io.familiarface.jobs.technician.Technician;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;

/** A customer signs: the agreement stands, and its first visits are planned in the same moment. */
@ApplicationScoped
class SigningAgreement {
  private final Agreements agreements;
  private final CustomerLookup customers;
  private final Technicians technicians;
  private final AgreementPublisher publisher;
  private final CompanyCalendar calendar;
  private final BusinessTime businessTime;

  SigningAgreement(
      Agreements agreements,
      CustomerLookup customers,
      Technicians technicians,
      AgreementPublisher publisher,
      CompanyCalendar calendar,
      BusinessTime businessTime) {
    this.agreements = agreements;
    this.customers = customers;
    this.technicians = technicians;
    this.publisher = publisher;
    this.calendar = calendar;
    this.businessTime = businessTime;
  }

  @Transactional
  Agreement sign(NewAgreement request) {
    Reference customer =
        Reference.required("customer", request.customerId(), request.customerExternalId());
    if (request.startsOn().isBefore(calendar.today())) {
      businessTime.mayRecord(calendar.startOf(request.startsOn()), "/startsOn");
    }
    if (request.externalId() != null
        && agreements.find(new Reference(null, request.externalId())).isPresent()) {
      throw CommonProblem.externalIdTaken("agreement", request.externalId());
    }
    Terms terms = request.terms();
    requireValidRecurrence(terms.recurrence(), request.startsOn());
    Agreement agreement =
        create(
            request.externalId(),
            customers.referred(customer),
            request.startsOn(),
            usualTechnician(request),
            terms);
    agreements.persist(agreement);
    publisher.started(agreement);
    return agreement;
  }

  /** One that is yet to be written, told of, and planned. */
  Agreement create(
      String externalId, CustomerRef customer, LocalDate startsOn, UUID technicianId, Terms terms) {
    return Agreement.create(
        externalId, customer, startsOn, technicianId, terms, calendar.today().minusDays(1));
  }

  /** Refuses a rule that can't be read or never comes round, in words for the caller. */
  static void requireValidRecurrence(String recurrence, LocalDate startsOn) {
    try {
      Recurrence.of(recurrence, startsOn);
    } catch (IllegalArgumentException e) {
      throw JobsProblem.BAD_RECURRENCE.at("/recurrence", e.getMessage());
    }
  }

  private UUID usualTechnician(NewAgreement request) {
    return Reference.optional("technician", request.technicianId(), request.technicianExternalId())
        .map(
            reference -> {
              Technician technician = technicians.referred(reference);
              technician.requireEmployedOn(request.startsOn(), "/technicianId");
              return technician.id();
            })
        .orElse(null);
  }
}
