package io.familiarface.jobs.accounting;

import io.familiarface.database.RoundTrip;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.jobs.visit.VisitCompleted;
import io.familiarface.rest.LastTrip;
import io.familiarface.rest.TransactionBuffer;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;

/**
 * Puts completed visits down to be invoiced, with the transaction that completes them and in its
 * last round trip: none is lost, and nobody who completes one waits for a number.
 */
@Singleton
class CompletedVisits extends TransactionBuffer<VisitCompleted> {
  private static final String PUT_DOWN =
      """
      insert into visit_to_invoice (visit_id, customer_id, agreement_id, program, price_amount,
        price_currency, completed_at)
      select one.visit_id, a.customer_id, a.id, a.program, a.price_amount, a.price_currency,
        one.completed_at
      from %s as one (visit_id, agreement_id, completed_at, day)
      join %s a on a.id = one.agreement_id
      where not exists (select from accounting_document d
        where d.visit_id = one.visit_id and d.kind = 'INVOICE')
        and not exists (select from prepayment p
          where p.agreement_id = a.id and one.day between p.from_on and p.to_on)
      on conflict do nothing\
      """;

  /** Most transactions have one, and arrays cost the database more than its row. */
  private static final String PUT_ONE_DOWN =
      PUT_DOWN.formatted(
          "(values (:invoiceVisit, :invoiceAgreement, :invoiceAt, :invoiceDay))",
          Agreements.PRICES);

  private static final String PUT_ALL_DOWN =
      PUT_DOWN.formatted(
          """
          unnest(cast(:invoiceVisits as uuid[]), cast(:invoiceAgreements as uuid[]),
            cast(:invoiceTimes as timestamptz[]), cast(:invoiceDays as date[]))\
          """,
          Agreements.PRICES);

  private final InvoiceSettings settings;
  private final CompanyCalendar calendar;

  CompletedVisits(LastTrip lastTrip, InvoiceSettings settings, CompanyCalendar calendar) {
    super(lastTrip);
    this.settings = settings;
    this.calendar = calendar;
  }

  void completed(@Observes VisitCompleted visit) {
    if (!visit.imported() || isSince(visit)) {
      addToTransaction(visit);
    }
  }

  private boolean isSince(VisitCompleted visit) {
    return settings
        .importedSince()
        .filter(day -> !calendar.dayOf(visit.completedAt()).isBefore(day))
        .isPresent();
  }

  @Override
  protected void write(List<VisitCompleted> visits, RoundTrip trip) {
    if (visits.size() == 1) {
      VisitCompleted visit = visits.get(0);
      trip.update(PUT_ONE_DOWN)
          .bind("invoiceVisit", visit.visitId())
          .bind("invoiceAgreement", visit.agreementId())
          .bind("invoiceAt", visit.completedAt())
          .bind("invoiceDay", day(visit));
      return;
    }
    trip.update(PUT_ALL_DOWN)
        .bindColumn("invoiceVisits", visits, VisitCompleted::visitId)
        .bindColumn("invoiceAgreements", visits, VisitCompleted::agreementId)
        .bindColumn("invoiceTimes", visits, VisitCompleted::completedAt)
        .bindColumn("invoiceDays", visits, this::day);
  }

  private LocalDate day(VisitCompleted visit) {
    return calendar.dayOf(visit.completedAt());
  }
}
