package io.familiarface.jobs.accounting;

import io.familiarface.database.Database;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.accounting.DocumentPublisher.Change;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Notices once of each invoice that it has not been paid in time, and tells the feed. What has not
 * gone out is not overdue, and while one is disputed nobody counts the days.
 */
@ApplicationScoped
class OverdueInvoices {
  private static final int BATCH = 200;

  private final Database database;
  private final BilledCustomers customers;
  private final Documents documents;
  private final DocumentPublisher publisher;
  private final CompanyCalendar calendar;

  OverdueInvoices(
      Database database,
      BilledCustomers customers,
      Documents documents,
      DocumentPublisher publisher,
      CompanyCalendar calendar) {
    this.database = database;
    this.customers = customers;
    this.documents = documents;
    this.publisher = publisher;
    this.calendar = calendar;
  }

  @Scheduled(
      every = "${familiar.accounting.invoices.overdue-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void notice() {
    while (QuarkusTransaction.requiringNew().call(this::noticeSome) == BATCH) {
      // the next ones
    }
  }

  private int noticeSome() {
    LocalDate today = calendar.today();
    List<UUID> of =
        database
            .sql(
                """
                select customer_id from accounting_document
                where coalesce(instalment_due_on, due_on) < :today and kind = 'INVOICE' and state <> 'PAID'
                  and overdue_since is null and disputed_since is null and exported_at is not null
                order by coalesce(instalment_due_on, due_on) limit :batch""")
            .bind("today", today)
            .bind("batch", BATCH)
            .list(UUID.class);
    if (of.isEmpty()) {
      return 0;
    }
    customers.lock(of);
    Instant now = calendar.now();
    List<Change> changes = new ArrayList<>();
    for (Document invoice : documents.fallenDue(of, today)) {
      Change change = Change.of(invoice);
      invoice.overdue(now);
      changes.add(change);
    }
    publisher.changed(changes, "invoice.overdue", now);
    return of.size();
  }
}
