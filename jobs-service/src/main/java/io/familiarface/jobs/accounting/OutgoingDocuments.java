package io.familiarface.jobs.accounting;

import io.familiarface.database.Database;
import io.familiarface.database.ListQuery;
import io.familiarface.history.spool.TemporaryFolder;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.accounting.DocumentPublisher.Change;
import io.familiarface.rest.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Documents on their way to accounting, and what it says of them. */
@ApplicationScoped
public class OutgoingDocuments {
  /** SQL, for a select of what is settled of documents. */
  public static final String TABLE = "accounting_document";

  /** What may go: no drafts, nothing that is held, and no credit memo before its invoice. */
  private static final String MAY_GO =
      """
      d.state not in ('DRAFT', 'HELD') and (d.credits is null or exists (
        select from accounting_document i where i.number = d.credits
          and (i.state <> 'HELD' or i.export_id is not null)))""";

  private static final String NOT_YET =
      "(d.export_id is null or d.state = 'REJECTED') and " + MAY_GO;

  private static final int BUFFER = 1 << 16;

  private static final String ROWS =
      DocumentRow.SELECT.replace("from accounting_document", "from accounting_document d");

  private final Database database;
  private final BilledCustomers customers;
  private final Documents documents;
  private final InvoicingVisits invoicing;
  private final PlacingRemedies remedies;
  private final DocumentPublisher publisher;
  private final CompanyCalendar calendar;

  OutgoingDocuments(
      Database database,
      BilledCustomers customers,
      Documents documents,
      InvoicingVisits invoicing,
      PlacingRemedies remedies,
      DocumentPublisher publisher,
      CompanyCalendar calendar) {
    this.database = database;
    this.customers = customers;
    this.documents = documents;
    this.invoicing = invoicing;
    this.remedies = remedies;
    this.publisher = publisher;
    this.calendar = calendar;
  }

  /** The delivered remedies that are credited nowhere yet, first those that wait in vain. */
  public List<WaitingRemedy> waitingRemedies(int atMost) {
    return remedies.waiting(atMost);
  }

  /**
   * Sends documents out under an export, in the running transaction: all that have gone out under
   * none yet, or that accounting refused, and, if asked for, those that went out under other
   * exports again.
   *
   * @param again of these exports all documents once more
   * @return those that go, in the order of their issue
   */
  public List<DocumentView> send(UUID export, Collection<UUID> again, int atMost) {
    invoicing.catchUp();
    List<Going> going = going(again, atMost);
    if (going.isEmpty()) {
      return List.of();
    }
    customers.lock(going.stream().map(Going::customerId).toList());
    Instant now = calendar.now();
    List<Change> changes = new ArrayList<>();
    List<Document> sent =
        documents.list(
            "id in ?1 and state not in ?2 order by issuedOn, id",
            going.stream().map(Going::id).toList(),
            List.of(DocumentState.DRAFT, DocumentState.HELD));
    for (Document document : sent) {
      // Somebody else may have sent it while we waited for its customer.
      if (document.isUnsent() || again.contains(document.exportId)) {
        Change change = Change.of(document);
        document.exported(export, now);
        changes.add(change);
      }
    }
    publisher.changed(changes, "document.exported", now);
    return changes.stream().map(Change::document).map(DocumentView::of).toList();
  }

  private record Going(UUID id, UUID customerId) {}

  /** Without others to be sent again it is a query by the index of those that have not gone yet. */
  private List<Going> going(Collection<UUID> again, int atMost) {
    ListQuery list = database.list("select d.id, d.customer_id from accounting_document d");
    if (again.isEmpty()) {
      list.where(NOT_YET);
    } else {
      list.where("((%s) or d.export_id = any(:again) and %s)".formatted(NOT_YET, MAY_GO))
          .bind("again", again);
    }
    return list.list(Going.class, "d.issued_on, d.id", atMost);
  }

  /** They went out by themselves, under no export; the caller's transaction. */
  public void pushed(Collection<UUID> ids) {
    List<DocumentView> known = withIds(ids);
    customers.lock(known.stream().map(DocumentView::customerId).toList());
    Instant now = calendar.now();
    List<Change> changes = new ArrayList<>();
    for (Document document : documents.list("id in ?1", ids)) {
      boolean refused = document.state == DocumentState.REJECTED;
      if ((document.exportedAt == null || refused) && document.state != DocumentState.HELD) {
        Change change = Change.of(document);
        document.exported(null, now);
        changes.add(change);
      }
    }
    publisher.changed(changes, "document.exported", now);
  }

  /** Those of which accounting has not heard in any way. */
  public List<UUID> neverSent(Collection<DocumentKind> kinds) {
    invoicing.catchUp();
    return database
        .sql(
            """
            select id from accounting_document d
            where export_id is null and exported_at is null and kind = any(:kinds)
              and state not in ('DRAFT', 'HELD')""")
        .bind("kinds", kinds)
        .list(UUID.class);
  }

  /** What would go out now. */
  public DocumentSelection waiting() {
    return new DocumentSelection(NOT_YET);
  }

  /** What was issued in these days, both included; held documents too, drafts not. */
  public DocumentSelection issued(LocalDate from, LocalDate to) {
    return new DocumentSelection("d.state <> 'DRAFT'").issuedFrom(from).issuedUntil(to);
  }

  /** What went to accounting in any way; null: without that end. */
  public DocumentSelection sent(LocalDate from, LocalDate to) {
    return new DocumentSelection("d.exported_at is not null").issuedFrom(from).issuedUntil(to);
  }

  public long count(DocumentSelection selection) {
    return database
        .sql("select count(*) from accounting_document d where " + selection.condition())
        .one(Long.class);
  }

  /** Some of them in the order of their issue, after one of them; null: the first. */
  public List<DocumentView> list(DocumentSelection selection, DocumentView after, int limit) {
    ListQuery list = database.list(ROWS).where(selection.condition());
    if (after != null) {
      list.where("(d.issued_on, d.id) > (:afterDay, :afterId)")
          .bind("afterDay", after.issuedOn())
          .bind("afterId", after.id());
    }
    return views(list, limit);
  }

  /**
   * Writes them as PostgreSQL writes CSV, in the order of their issue. To a file first: while a
   * slow reader reads, neither a transaction nor a connection waits for it.
   *
   * @param select of {@code accounting_document d}; ends before its where
   * @param rowsOfOne how the rows of one document are ordered
   */
  public void writeCsv(
      String select, String rowsOfOne, DocumentSelection selection, OutputStream out)
      throws IOException {
    try (TemporaryFolder folder = new TemporaryFolder("documents")) {
      Path rows = folder.file("rows.csv");
      try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(rows), BUFFER)) {
        database.writeCsv(
            select
                + " where "
                + selection.condition()
                + " order by d.issued_on, d.id, "
                + rowsOfOne,
            file);
      }
      Files.copy(rows, out);
    }
  }

  /** The document named in a path. */
  public DocumentView get(String number) {
    return documents.get(number).view();
  }

  /** The documents with these ids, in the order of their issue. */
  public List<DocumentView> withIds(Collection<UUID> ids) {
    return views(database.list(ROWS).where("d.id = any(:ids)").bind("ids", ids), ids.size());
  }

  private static List<DocumentView> views(ListQuery list, int limit) {
    return list.list(DocumentRow.class, "d.issued_on, d.id", limit).stream()
        .map(DocumentRow::view)
        .toList();
  }

  private record PaidRow(
      UUID documentId, BigDecimal amount, String currency, LocalDate paidOn, String reference) {}

  /** What was paid of each of these documents. */
  public Map<UUID, List<DocumentPayment>> paymentsOf(Collection<UUID> documentIds) {
    Map<UUID, List<DocumentPayment>> payments = new HashMap<>();
    database
        .sql(
            """
            select document_id, amount, currency, paid_on, reference from payment
            where document_id = any(:ids) order by paid_on, id""")
        .bind("ids", documentIds)
        .list(PaidRow.class)
        .forEach(
            row ->
                payments
                    .computeIfAbsent(row.documentId(), any -> new ArrayList<>())
                    .add(
                        new DocumentPayment(
                            row.documentId(),
                            new Money(row.amount(), row.currency()),
                            row.paidOn(),
                            row.reference())));
    return payments;
  }

  private record PrepaidRow(UUID documentId, LocalDate fromOn, LocalDate toOn) {}

  /**
   * Of those documents that invoice something in advance: what is earned of it, without tax, in
   * each month that is over.
   */
  public Map<UUID, List<EarnedAmount>> earnedOf(Collection<DocumentView> some) {
    LocalDate today = calendar.today();
    Map<UUID, List<EarnedAmount>> earned = new HashMap<>();
    Map<UUID, DocumentView> byId = new HashMap<>();
    some.forEach(document -> byId.put(document.id(), document));
    database
        .sql("select document_id, from_on, to_on from prepayment where document_id = any(:ids)")
        .bind("ids", byId.keySet())
        .list(PrepaidRow.class)
        .forEach(
            row -> {
              DocumentView document = byId.get(row.documentId());
              Deferral deferral =
                  new Deferral(
                      document.amounts().net().amount(),
                      document.currency(),
                      row.fromOn(),
                      row.toOn());
              earned.put(
                  row.documentId(),
                  deferral.months().stream()
                      .filter(each -> each.month().atEndOfMonth().isBefore(today))
                      .map(
                          each ->
                              new EarnedAmount(
                                  each.month().atEndOfMonth(),
                                  new Money(each.earned(), document.currency())))
                      .toList());
            });
    return earned;
  }

  /** What accounting says of documents that it was sent, by their numbers; null words: accepted. */
  public void answered(Map<String, String> wordsByNumber) {
    customers.lockOwnersOf(wordsByNumber.keySet());
    List<Change> accepted = new ArrayList<>();
    List<Change> rejected = new ArrayList<>();
    for (Document document : documents.withNumbers(wordsByNumber.keySet())) {
      Change change = Change.of(document);
      String words = wordsByNumber.get(document.number);
      if (words == null) {
        document.accepted();
        accepted.add(change);
      } else {
        document.rejected(words);
        rejected.add(change);
      }
    }
    Instant now = calendar.now();
    publisher.changed(accepted, "document.accepted", now);
    publisher.changed(rejected, "document.rejected", now);
  }
}
