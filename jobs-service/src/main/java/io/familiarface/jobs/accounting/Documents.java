package io.familiarface.jobs.accounting;

import io.familiarface.database.Database;
import io.familiarface.database.ListQuery;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.customer.CustomerCopies;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Invoices and credit memos. Whoever changes one has locked its customer before. */
@ApplicationScoped
class Documents implements PanacheRepositoryBase<Document, UUID> {
  private final Database database;
  private final BilledCustomers customers;

  Documents(Database database, BilledCustomers customers) {
    this.database = database;
    this.customers = customers;
  }

  Optional<DocumentRow> find(String number) {
    return database
        .sql(DocumentRow.SELECT + "where number = :number")
        .bind("number", number)
        .first(DocumentRow.class);
  }

  DocumentRow get(String number) {
    return find(number).orElseThrow(() -> missing(number));
  }

  private static RuntimeException missing(String number) {
    return JobsProblem.NO_SUCH_DOCUMENT.because(
        "There is no document %s. Look for it with GET /v1/accounting/documents."
            .formatted(number));
  }

  /** The document named in a path; nobody else changes it until the transaction ends. */
  Document lock(String number) {
    return locked(number).orElseThrow(() -> missing(number));
  }

  /** As {@link #lock}, the document that a request body points at. */
  Document lockReferred(String number, String pointer) {
    return locked(number)
        .orElseThrow(
            () ->
                JobsProblem.UNKNOWN_DOCUMENT.at(
                    pointer, "There is no document %s.".formatted(number)));
  }

  private Optional<Document> locked(String number) {
    return customers.lockOwnerOf(number)
        ? find("number", number).firstResultOptional()
        : Optional.empty();
  }

  List<Document> withNumbers(Collection<String> numbers) {
    return list("number in ?1", numbers);
  }

  /** The credit memos of an invoice. */
  List<Document> creditsOf(Document invoice) {
    return invoice.credited.signum() == 0 ? List.of() : list("credits", invoice.number);
  }

  /** The invoices of a customer on which something is still to be paid, oldest first. */
  List<Document> unsettledOf(UUID customerId) {
    return list(
        "customerId = ?1 and kind = ?2 and state <> ?3 order by issuedOn, id",
        customerId,
        DocumentKind.INVOICE,
        DocumentState.PAID);
  }

  /**
   * The invoices of these customers that should have been paid before a day, and nobody said so.
   */
  List<Document> fallenDue(Collection<UUID> customers, LocalDate before) {
    return list(
        "customerId in ?1 and coalesce(instalmentDueOn, dueOn) < ?2 and kind = ?3 and state <> ?4"
            + " and overdueSince is null and disputedSince is null and exportedAt is not null",
        customers,
        before,
        DocumentKind.INVOICE,
        DocumentState.PAID);
  }

  Page<DocumentView> page(DocumentFilter filter, PageRequest page) {
    ListQuery list =
        database
            .list(DocumentRow.NAMED)
            .where("state = :state", "state", filter.state)
            .where("kind = :kind", "kind", filter.kind)
            .where("issued_on >= :from", "from", filter.from)
            .where("issued_on <= :to", "to", filter.to);
    CustomerCopies.narrow(list, "customer_id", filter.customerId);
    narrow(list, "overdue_since", filter.overdue);
    narrow(list, "disputed_since", filter.disputed);
    page.after().ifPresent(key -> list.before("issued_on, id", key.date(0), key.uuid(1)));
    return Page.of(
        list.list(DocumentRow.class, "issued_on desc, id desc", page.limit() + 1),
        page,
        row -> Key.of(row.issuedOn(), row.id()),
        DocumentRow::view);
  }

  private static void narrow(ListQuery list, String since, Boolean asked) {
    if (asked != null) {
      list.where(since + (asked ? " is not null" : " is null"));
    }
  }
}
