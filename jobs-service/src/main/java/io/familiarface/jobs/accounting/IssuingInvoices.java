package io.familiarface.jobs.accounting;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.accounting.TaxRule.Place;
import io.familiarface.jobs.accounting.Taxation.PricedAt;
import io.familiarface.jobs.customer.CustomerCopies;
import io.familiarface.jobs.customer.CustomerState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Makes invoices of customers whom the caller has locked, in the running transaction: taxed where
 * the customer lives, numbered without gaps, held where a case is open, told to the feed; then what
 * the customers have to get is placed on them.
 */
@ApplicationScoped
class IssuingInvoices {
  private final CustomerCopies copies;
  private final CustomerCases cases;
  private final DocumentNumbers numbers;
  private final DocumentPublisher publisher;
  private final PlacingRemedies remedies;
  private final PlacingDiscounts discounts;
  private final InvoiceSettings settings;
  private final Taxation taxation;
  private final CompanyCalendar calendar;

  IssuingInvoices(
      CustomerCopies copies,
      CustomerCases cases,
      DocumentNumbers numbers,
      DocumentPublisher publisher,
      PlacingRemedies remedies,
      PlacingDiscounts discounts,
      InvoiceSettings settings,
      CompanyCalendar calendar) {
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

  Document issue(InvoiceDraft draft) {
    return issue(List.of(draft)).get(0);
  }

  /** One invoice of each, in their order. */
  List<Document> issue(List<InvoiceDraft> drafts) {
    Set<UUID> customers =
        drafts.stream().map(InvoiceDraft::customerId).collect(Collectors.toUnmodifiableSet());
    Map<UUID, CustomerState> known = copies.known(customers);
    OpenCases open = cases.openOf(customers);
    Map<Integer, Iterator<DocumentNumber>> given = numbersFor(drafts);
    Instant now = calendar.now();
    List<Document> made = new ArrayList<>();
    for (InvoiceDraft draft : drafts) {
      LocalDate day = draft.issuedOn();
      Document invoice =
          Document.invoice(
              given.get(day.getYear()).next(),
              draft.customerId(),
              taxed(draft, Places.of(known.get(draft.customerId()))),
              draft.currency(),
              day,
              day.plusDays(settings.termDays()));
      invoice.agreementId = draft.agreementId();
      invoice.visitId = draft.visitId();
      invoice.issue(open.disputeNew(invoice), now);
      made.add(invoice);
    }
    publisher.issued(made, now);
    remedies.placeOpenOf(customers);
    discounts.placeOpenOf(customers);
    return made;
  }

  private List<InvoiceLine> taxed(InvoiceDraft draft, Place place) {
    List<TaxedAmount> amounts =
        taxation.of(
            draft.lines().stream()
                .map(line -> new PricedAt(line.price(), taxation.rate(place, line.program())))
                .toList(),
            draft.currency());
    List<InvoiceLine> lines = new ArrayList<>();
    for (InvoiceDraft.Line line : draft.lines()) {
      lines.add(new InvoiceLine(line.description(), line.program(), amounts.get(lines.size())));
    }
    return lines;
  }

  private Map<Integer, Iterator<DocumentNumber>> numbersFor(List<InvoiceDraft> drafts) {
    Map<Integer, Long> counts =
        drafts.stream()
            .collect(
                Collectors.groupingBy(
                    draft -> draft.issuedOn().getYear(), TreeMap::new, Collectors.counting()));
    Map<Integer, Iterator<DocumentNumber>> given = new HashMap<>();
    counts.forEach(
        (year, count) ->
            given.put(year, numbers.next(DocumentKind.INVOICE, year, count.intValue()).iterator()));
    return given;
  }
}
