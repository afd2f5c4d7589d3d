package io.familiarface.jobs.accounting;

import io.familiarface.database.Database;
import io.familiarface.rest.Money;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** Agreements that are paid for in advance; their visits make no invoices. */
@ApplicationScoped
class Prepayments {
  private final Database database;

  Prepayments(Database database) {
    this.database = database;
  }

  record Row(
      UUID id,
      UUID agreementId,
      UUID customerId,
      String document,
      LocalDate fromOn,
      LocalDate toOn,
      BigDecimal paid,
      String currency) {

    DeferralView asOf(LocalDate day) {
      Deferral deferral = new Deferral(paid, currency, fromOn, toOn);
      return new DeferralView(
          agreementId,
          customerId,
          document,
          fromOn,
          toOn,
          day,
          money(paid),
          money(deferral.earnedBy(day)),
          money(deferral.unearnedBy(day)),
          deferral.months().stream()
              .map(
                  each ->
                      new DeferralView.Month(
                          each.month().toString(), money(each.earned()), money(each.unearned())))
              .toList());
    }

    private Money money(BigDecimal amount) {
      return new Money(amount, currency);
    }
  }

  boolean overlaps(UUID agreement, LocalDate from, LocalDate to) {
    return database
        .sql(
            """
            select 1 from prepayment
            where agreement_id = :agreement and from_on <= :to and to_on >= :from""")
        .bind("agreement", agreement)
        .bind("from", from)
        .bind("to", to)
        .exists();
  }

  void insert(UUID id, UUID agreement, UUID document, LocalDate from, LocalDate to) {
    database
        .sql(
            """
            insert into prepayment (id, agreement_id, document_id, from_on, to_on)
            values (:id, :agreement, :document, :from, :to)""")
        .bind("id", id)
        .bind("agreement", agreement)
        .bind("document", document)
        .bind("from", from)
        .bind("to", to)
        .update();
  }

  Page<DeferralView> deferrals(LocalDate asOf, PageRequest page) {
    var list =
        database.list(
            """
            select p.id, p.agreement_id, d.customer_id, d.number as document, p.from_on, p.to_on,
              d.paid, d.currency
            from prepayment p join accounting_document d on d.id = p.document_id""");
    page.after().ifPresent(key -> list.where("p.id > :after", "after", key.uuid(0)));
    return Page.of(
        list.list(Row.class, "p.id", page.limit() + 1),
        page,
        row -> Key.of(row.id()),
        row -> row.asOf(asOf));
  }
}
