package io.familiarface.jobs.accounting;

import io.familiarface.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Makes credit memos of delivered remedies. What no invoice can bear yet waits for the customer's
 * next one; what names an invoice that the customer does not have waits for that one alone.
 */
@ApplicationScoped
class PlacingRemedies {
  private static final String REASON = "Remedy agreed in a complaint";

  private final Database database;
  private final Documents documents;
  private final CreditingDocument crediting;

  PlacingRemedies(Database database, Documents documents, CreditingDocument crediting) {
    this.database = database;
    this.documents = documents;
    this.crediting = crediting;
  }

  /** A remedy, and what of it has found no invoice yet. */
  record Open(
      UUID complaintId,
      int round,
      UUID customerId,
      UUID visitId,
      String invoice,
      String currency,
      BigDecimal openAmount,
      Instant deliveredAt) {}

  /** Once for each round of a case, however often it is told; the customer is locked. */
  void take(RemedyDelivered remedy) {
    int news =
        database
            .sql(
                """
                insert into remedy_credit (complaint_id, round, customer_id, visit_id, invoice,
                  amount, currency, open_amount, delivered_at)
                values (:complaint, :round, :customer, cast(:visit as uuid), :invoice, :amount,
                  :currency, :amount, :at)
                on conflict do nothing""")
            .bind("complaint", remedy.complaintId())
            .bind("round", remedy.round())
            .bind("customer", remedy.customerId())
            .bind("visit", remedy.visitId())
            .bind("invoice", remedy.invoice())
            .bind("amount", remedy.amount().amount())
            .bind("currency", remedy.amount().currency())
            .bind("at", remedy.deliveredAt())
            .update();
    if (news == 1) {
      placeOpenOf(List.of(remedy.customerId()));
    }
  }

  /** Places what is open of these customers, who are locked. */
  void placeOpenOf(Collection<UUID> customers) {
    List<Open> open =
        database
            .sql(
                """
                select complaint_id, round, customer_id, visit_id, invoice, currency, open_amount,
                  delivered_at
                from remedy_credit where open_amount > 0 and customer_id = any(:customers)
                order by delivered_at, complaint_id, round""")
            .bind("customers", customers)
            .list(Open.class);
    open.forEach(this::place);
  }

  /**
   * Those that are credited nowhere, or not as a whole; at most so many, first those that name an
   * invoice which their customer does not have.
   */
  List<WaitingRemedy> waiting(int atMost) {
    return database
        .sql(
            """
            select complaint_id, customer_id, invoice, invoice is not null and 0 = (
                select count(*) from accounting_document d
                where d.number = r.invoice and d.customer_id = r.customer_id and d.kind = :kind)
                as misnamed, open_amount, currency
            from remedy_credit r
            where open_amount > 0
            order by misnamed desc, customer_id, complaint_id, round limit :atMost""")
        .bind("kind", DocumentKind.INVOICE)
        .bind("atMost", atMost)
        .list(WaitingRemedy.class);
  }

  private boolean isMisnamed(Open remedy) {
    return remedy.invoice() != null
        && documents.count(
                "number = ?1 and customerId = ?2 and kind = ?3",
                remedy.invoice(),
                remedy.customerId(),
                DocumentKind.INVOICE)
            == 0;
  }

  private void place(Open remedy) {
    if (isMisnamed(remedy)) {
      return;
    }
    List<Document> invoices =
        new ArrayList<>(
            documents.list(
                "customerId = ?1 and kind = ?2 and currency = ?3 and credited < total"
                    + " order by issuedOn desc, id desc",
                remedy.customerId(),
                DocumentKind.INVOICE,
                remedy.currency()));
    BigDecimal left = remedy.openAmount();
    for (CreditPart part : CreditPart.of(remedy, invoices)) {
      crediting.credit(part.invoice(), part.amount(), REASON, remedy.complaintId());
      left = left.subtract(part.amount());
    }
    if (left.compareTo(remedy.openAmount()) < 0) {
      database
          .sql(
              """
              update remedy_credit set open_amount = :left
              where complaint_id = :complaint and round = :round""")
          .bind("left", left)
          .bind("complaint", remedy.complaintId())
          .bind("round", remedy.round())
          .update();
    }
  }
}
