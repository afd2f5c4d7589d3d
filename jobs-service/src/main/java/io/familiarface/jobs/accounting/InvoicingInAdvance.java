package io.familiarface.jobs.accounting;

import static io.familiarface.rest.problem.CommonProblem.INVALID_REQUEST;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.Reference;
import io.familiarface.jobs.agreement.Agreement;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.rest.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;

/** A customer pays for the visits of some time before they are made. */
@ApplicationScoped
class InvoicingInAdvance {
  private static final int MOST_YEARS = 10;

  private final Agreements agreements;
  private final BilledCustomers customers;
  private final Prepayments prepayments;
  private final IssuingInvoices invoices;
  private final CompanyCalendar calendar;

  InvoicingInAdvance(
      Agreements agreements,
      BilledCustomers customers,
      Prepayments prepayments,
      IssuingInvoices invoices,
      CompanyCalendar calendar) {
    this.agreements = agreements;
    this.customers = customers;
    this.prepayments = prepayments;
    this.invoices = invoices;
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
    customers.lock(List.of(agreement.customerId()));
    Document invoice = invoices.issue(draft(request, agreement));
    prepayments.insert(Ids.next(), agreement.id(), invoice.id, request.from(), request.to());
    return invoice;
  }

  private InvoiceDraft draft(NewPrepayment request, Agreement agreement) {
    String program = agreement.terms().program();
    return new InvoiceDraft(
        agreement.customerId(),
        agreement.id(),
        null,
        List.of(
            new InvoiceDraft.Line(
                "%s, %s to %s".formatted(program, request.from(), request.to()),
                program,
                request.amount().amount())),
        request.amount().currency(),
        calendar.today());
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
