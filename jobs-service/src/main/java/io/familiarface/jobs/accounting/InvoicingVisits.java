package io.familiarface.jobs.accounting;

import io.familiarface.database.Database;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.accounting.TaxRule.Place;
import io.familiarface.jobs.customer.CustomerCopies;
import io.familiarface.jobs.customer.CustomerState;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Makes the invoices of completed visits, shortly after they were completed, or at once when
 * somebody looks. Any number of copies may do so: they take turns.
 */
@ApplicationScoped
class InvoicingVisits {
  private static final int BATCH = 500;

  private final Database database;
  private final BilledCustomers customers;
  private final CustomerCopies copies;
  private final CustomerCases cases;
  private final DocumentNumbers numbers;
  private final DocumentPublisher publisher;
  private final PlacingRemedies remedies;
  private final PlacingDiscounts discounts;
  private final InvoiceSettings settings;
  private final Taxation taxation;
  private final CompanyCalendar calendar;

  InvoicingVisits(
      Database database,
      BilledCustomers customers,
      CustomerCopies copies,
      CustomerCases cases,
      DocumentNumbers numbers,
      DocumentPublisher publisher,
      PlacingRemedies remedies,
      PlacingDiscounts discounts,
      InvoiceSettings settings,
      CompanyCalendar calendar) {
    this.database = database;
    this.customers = customers;
    this.copies = copies;
    this.cases = cases;
    this.numbers = numbers;
    this.publisher = publisher;
    this.remedies = remedies;
    this.discounts = discounts;
    this.settings = settings;
    this.taxation = settings.taxation();
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
    invoice(pending.stream().sorted(Comparator.comparing(Pending::completedAt)).toList());
    return of.size();
  }

  private void invoice(List<Pending> pending) {
    Set<UUID> customerIds =
        pending.stream().map(Pending::customerId).collect(Collectors.toUnmodifiableSet());
    Map<UUID, CustomerState> known = copies.known(customerIds);
    OpenCases open = cases.openOf(customerIds);
    Map<Integer, Iterator<DocumentNumber>> given = numbersFor(pending);
    Instant now = calendar.now();
    List<Document> made = new ArrayList<>();
    for (Pending visit : pending) {
      Place place = Places.of(known.get(visit.customerId()));
      LocalDate day = calendar.dayOf(visit.completedAt());
      TaxedAmount amount = taxation.of(visit.priceAmount(), taxation.rate(place, visit.program()));
      Document invoice =
          Document.invoice(
              given.get(day.getYear()).next(),
              visit.customerId(),
              List.of(new InvoiceLine(visit.program(), visit.program(), amount)),
              visit.priceCurrency(),
              day,
              day.plusDays(settings.termDays()));
      invoice.agreementId = visit.agreementId();
      invoice.visitId = visit.visitId();
      invoice.issue(open.disputeNew(invoice), now);
      made.add(invoice);
    }
    publisher.issued(made, now);
    remedies.placeOpenOf(customerIds);
    discounts.placeOpenOf(customerIds);
  }

  private Map<Integer, Iterator<DocumentNumber>> numbersFor(List<Pending> pending) {
    Map<Integer, Long> counts =
        pending.stream()
            .collect(
                Collectors.groupingBy(
                    visit -> calendar.dayOf(visit.completedAt()).getYear(),
                    TreeMap::new,
                    Collectors.counting()));
    Map<Integer, Iterator<DocumentNumber>> given = new HashMap<>();
    counts.forEach(
        (year, count) ->
            given.put(year, numbers.next(DocumentKind.INVOICE, year, count.intValue()).iterator()));
    return given;
  }
}
