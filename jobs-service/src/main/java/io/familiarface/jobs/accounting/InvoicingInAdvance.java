package io.familiarface.jobs.accounting;

import static io.familiarface.rest.problem.CommonProblem.INVALID_REQUEST;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.Reference;
import io.familiarface.jobs.accounting.TaxRule.Place;
import io.familiarface.jobs.agreement.Agreement;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.jobs.customer.CustomerCopies;
import io.familiarface.rest.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A customer pays for the visits of some time before they are made. */
@ApplicationScoped
class InvoicingInAdvance {
  private static final int MOST_YEARS = 10;

  private final Agreements agreements;
  private final BilledCustomers customers;
  private final CustomerCopies copies;
  private final Prepayments prepayments;
  private final DocumentNumbers numbers;
  private final DocumentPublisher publisher;
  private final CustomerCases cases;
  private final PlacingRemedies remedies;
  private final PlacingDiscounts discounts;
  private final InvoiceSettings settings;
  private final CompanyCalendar calendar;

  InvoicingInAdvance(
      Agreements agreements,
      BilledCustomers customers,
      CustomerCopies copies,
      Prepayments prepayments,
      DocumentNumbers numbers,
      DocumentPublisher publisher,
      CustomerCases cases,
      PlacingRemedies remedies,
      PlacingDiscounts discounts,
      InvoiceSettings settings,
      CompanyCalendar calendar) {
    this.agreements = agreements;
    this.customers = customers;
    this.copies = copies;
    this.prepayments = prepayments;
    this.numbers = numbers;
    this.publisher = publisher;
    this.cases = cases;
    this.remedies = remedies;
    this.discounts = discounts;
    this.settings = settings;
    this.calendar = calendar;
  }

  @Transactional
  Document invoice(NewPrepayment request) {
    Amounts.requireMoreThanNothing(request.amount());
    requirePeriod(request.from(), request.to());
    Agreement agreement =
        agreements.lockReferred(
            Reference.required("agreement", request.agreementId(), request.agreementExternalId()));
    if (prepayments.overlaps(agreement.id(), request.from(), request.to())) {
      throw JobsProblem.ALREADY_PREPAID.at(
          "/from", "Some of these days are paid for in advance already.");
    }
    UUID customer = agreement.customerId();
    customers.lock(List.of(customer));
    Document invoice = made(request, agreement, customer);
    publisher.issued(List.of(invoice), calendar.now());
    prepayments.insert(Ids.next(), agreement.id(), invoice.id, request.from(), request.to());
    remedies.placeOpenOf(List.of(customer));
    discounts.placeOpenOf(List.of(customer));
    return invoice;
  }

  private Document made(NewPrepayment request, Agreement agreement, UUID customer) {
    String program = agreement.terms().program();
    Taxation taxation = settings.taxation();
    Place place = Places.of(copies.known(Set.of(customer)).get(customer));
    LocalDate today = calendar.today();
    Instant now = calendar.now();
    Document invoice =
        Document.invoice(
            numbers.next(DocumentKind.INVOICE, today.getYear()),
            customer,
            List.of(
                new InvoiceLine(
                    "%s, %s to %s".formatted(program, request.from(), request.to()),
                    program,
                    taxation.of(request.amount().amount(), taxation.rate(place, program)))),
            request.amount().currency(),
            today,
            today.plusDays(settings.termDays()));
    invoice.agreementId = agreement.id();
    invoice.issue(cases.openOf(Set.of(customer)).disputeNew(invoice), now);
    return invoice;
  }

  private static void requirePeriod(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      throw INVALID_REQUEST.at("/to", "The last day is before the first.");
    }
    if (to.isAfter(from.plusYears(MOST_YEARS))) {
      throw INVALID_REQUEST.at(
          "/to", "At most %d years are paid in advance.".formatted(MOST_YEARS));
    }
  }
}
