package io.familiarface.jobs.accounting;

import io.familiarface.database.Database;
import io.familiarface.jobs.CompanyCalendar;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Makes the invoices of completed visits, shortly after they were completed, or at once when
 * somebody looks. Any number of copies may do so: they take turns.
 */
@ApplicationScoped
class InvoicingVisits {
  private static final int BATCH = 500;

  private final Database database;
  private final BilledCustomers customers;
  private final IssuingInvoices invoices;
  private final CompanyCalendar calendar;

  InvoicingVisits(
      Database database,
      BilledCustomers customers,
      IssuingInvoices invoices,
      CompanyCalendar calendar) {
    this.database = database;
    this.customers = customers;
    this.invoices = invoices;
    this.calendar = calendar;
  }

  /** A visit that waits for its invoice. */
  record Pending(
      UUID visitId,
      UUID customerId,
      UUID agreementId,
      String program,
      BigDecimal priceAmount,
      String priceCurrency,
      Instant completedAt) {}

  @Scheduled(
      every = "${familiar.accounting.invoices.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void invoiceAll() {
    while (arePending() && QuarkusTransaction.requiringNew().call(this::invoiceSome) == BATCH) {
      // the next ones
    }
  }

  /** Whoever looks sees an invoice of every visit completed by now; in the caller's transaction. */
  void catchUp() {
    while (arePending() && QuarkusTransaction.joiningExisting().call(this::invoiceSome) == BATCH) {
      // the next ones
    }
  }

  private boolean arePending() {
    return database.sql("select 1 from visit_to_invoice limit 1").exists();
  }

  /** Customers first, then the visits: those that another copy has invoiced meanwhile are gone. */
  private int invoiceSome() {
    List<UUID> of =
        database
            .sql(
                """
                select customer_id from visit_to_invoice
                order by completed_at, visit_id limit :batch""")
            .bind("batch", BATCH)
            .list(UUID.class);
    if (of.isEmpty()) {
      return 0;
    }
    customers.lock(of);
    List<Pending> pending =
        database
            .sql(
                """
                delete from visit_to_invoice where visit_id in (
                  select visit_id from visit_to_invoice where customer_id = any(:customers)
                  order by completed_at, visit_id limit :batch)
                returning *""")
            .bind("customers", of)
            .bind("batch", BATCH)
            .list(Pending.class);
    invoices.issue(
        pending.stream()
            .sorted(Comparator.comparing(Pending::completedAt))
            .map(this::draft)
            .toList());
    return of.size();
  }

  private InvoiceDraft draft(Pending visit) {
    return new InvoiceDraft(
        visit.customerId(),
        visit.agreementId(),
        visit.visitId(),
        List.of(new InvoiceDraft.Line(visit.program(), visit.program(), visit.priceAmount())),
        visit.priceCurrency(),
        calendar.dayOf(visit.completedAt()));
  }
}
