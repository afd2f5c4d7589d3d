package io.familiarface.jobs.accounting;

import io.familiarface.database.Database;
import io.familiarface.rest.Money;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was paid. */
@ApplicationScoped
class Payments {
  private static final String SELECT =
      """
      select p.id, d.number as document, p.amount, p.currency, p.paid_on, p.reference,
        p.recorded_by, p.recorded_at
      from payment p join accounting_document d on d.id = p.document_id
      """;

  private final Database database;

  Payments(Database database) {
    this.database = database;
  }

  record Row(
      UUID id,
      String document,
      BigDecimal amount,
      String currency,
      LocalDate paidOn,
      String reference,
      String recordedBy,
      Instant recordedAt) {

    PaymentView view() {
      return new PaymentView(
          id, document, new Money(amount, currency), paidOn, reference, recordedBy, recordedAt);
    }

    boolean says(NewPayment payment) {
      return document.equals(payment.document())
          && amount.compareTo(payment.amount().amount()) == 0
          && currency.equals(payment.amount().currency())
          && paidOn.equals(payment.paidOn());
    }
  }

  Optional<Row> withReference(String reference) {
    return withReferences(List.of(reference)).stream().findFirst();
  }

  List<Row> withReferences(Collection<String> references) {
    return database
        .sql(SELECT + "where p.reference = any(:references)")
        .bind("references", references)
        .list(Row.class);
  }

  void insert(Row payment, UUID documentId) {
    database
        .sql(
            """
            insert into payment (id, reference, document_id, amount, currency, paid_on,
              recorded_by, recorded_at)
            values (:id, :reference, :document, :amount, :currency, :paidOn, :by, :at)""")
        .bind("id", payment.id())
        .bind("reference", payment.reference())
        .bind("document", documentId)
        .bind("amount", payment.amount())
        .bind("currency", payment.currency())
        .bind("paidOn", payment.paidOn())
        .bind("by", payment.recordedBy())
        .bind("at", payment.recordedAt())
        .update();
  }

  Page<PaymentView> page(PaymentFilter filter, PageRequest page) {
    var list =
        database
            .list(SELECT)
            .where("d.number = :document", "document", filter.document)
            .where("p.reference = :reference", "reference", filter.reference);
    page.after().ifPresent(key -> list.before("p.paid_on, p.id", key.date(0), key.uuid(1)));
    return Page.of(
        list.list(Row.class, "p.paid_on desc, p.id desc", page.limit() + 1),
        page,
        row -> Key.of(row.paidOn(), row.id()),
        Row::view);
  }
}
