package io.familiarface.jobs.agreement;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.Reference;
import io.familiarface.jobs.customer.CustomerRef;
import io.familiarface.jobs.customer.Customers;
import io.familiarface.jobs.technician.Technician;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A customer signs: the agreement stands, and its first visits are planned in the same moment. */
@ApplicationScoped
class SigningAgreement {
  private final Agreements agreements;
  private final Customers customers;
  private final Technicians technicians;
  private final AgreementNews news;
  private final CompanyCalendar calendar;
  private final BusinessTime businessTime;
  private final LocalTime usualTime;

  SigningAgreement(
      Agreements agreements,
      Customers customers,
      Technicians technicians,
      AgreementNews news,
      CompanyCalendar calendar,
      BusinessTime businessTime,
      @ConfigProperty(name = "familiar.jobs.planning.default-visit-time") LocalTime usualTime) {
    this.agreements = agreements;
    this.customers = customers;
    this.technicians = technicians;
    this.news = news;
    this.calendar = calendar;
    this.businessTime = businessTime;
    this.usualTime = usualTime;
  }

  @Transactional
  Agreement sign(NewAgreement wish) {
    Reference customer =
        Reference.required("customer", wish.customerId(), wish.customerExternalId());
    if (wish.startsOn().isBefore(calendar.today())) {
      businessTime.mayRecord(calendar.startOf(wish.startsOn()), "/startsOn");
    }
    if (wish.externalId() != null
        && agreements.find(new Reference(null, wish.externalId())).isPresent()) {
      throw JobsProblem.EXTERNAL_ID_TAKEN.at(
          "/externalId", "Another agreement has the external id %s.".formatted(wish.externalId()));
    }
    Terms terms = wish.terms(usualTime);
    mustComeRound(terms.recurrence(), wish.startsOn());
    return sign(
        wish.externalId(),
        customers.referred(customer),
        wish.startsOn(),
        usualTechnician(wish),
        terms,
        false);
  }

  Agreement sign(
      String externalId,
      CustomerRef customer,
      LocalDate startsOn,
      UUID technicianId,
      Terms terms,
      boolean recurrenceGuessed) {
    Agreement agreement =
        new Agreement(
            externalId, customer, startsOn, technicianId, terms, calendar.today().minusDays(1));
    agreement.recurrenceIsGuessed(recurrenceGuessed);
    agreements.add(agreement);
    news.started(agreement);
    return agreement;
  }

  LocalTime usualTime() {
    return usualTime;
  }

  /** Refuses a rule that can't be read or never comes round, in words for the caller. */
  static void mustComeRound(String recurrence, LocalDate startsOn) {
    try {
      Recurrence.of(recurrence, startsOn);
    } catch (IllegalArgumentException e) {
      throw JobsProblem.BAD_RECURRENCE.at("/recurrence", e.getMessage());
    }
  }

  private UUID usualTechnician(NewAgreement wish) {
    return Reference.optional("technician", wish.technicianId(), wish.technicianExternalId())
        .map(
            reference -> {
              Technician technician = technicians.referred(reference);
              technician.mustBeEmployedOn(wish.startsOn(), "/technicianId");
              return technician.id();
            })
        .orElse(null);
  }
}
