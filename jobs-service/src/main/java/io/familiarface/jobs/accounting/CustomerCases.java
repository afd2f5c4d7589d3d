package io.familiarface.jobs.accounting;

import io.familiarface.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The cases of complaints that the feed {@code feedback} has told of. */
@ApplicationScoped
class CustomerCases {
  private final Database database;

  CustomerCases(Database database) {
    this.database = database;
  }

  /** Says whether that was news. */
  boolean store(CustomerCase told) {
    return database
            .sql(
                """
                insert into customer_case
                  (complaint_id, customer_id, visit_id, invoice, open, since, revision)
                values (:id, :customer, cast(:visit as uuid), :invoice, :open, :since, :revision)
                on conflict (complaint_id) do update set customer_id = excluded.customer_id,
                  visit_id = excluded.visit_id, invoice = excluded.invoice, open = excluded.open,
                  since = excluded.since, revision = excluded.revision
                where customer_case.revision < excluded.revision""")
            .bind("id", told.complaintId())
            .bind("customer", told.customerId())
            .bind("visit", told.visitId())
            .bind("invoice", told.invoice())
            .bind("open", told.isOpen())
            .bind("since", told.since())
            .bind("revision", told.revision())
            .update()
        == 1;
  }

  OpenCases openOf(Collection<UUID> customers) {
    return new OpenCases(
        database
            .sql(
                """
                select c.customer_id, c.visit_id, named.number as invoice, d.number as of_visit,
                  c.since
                from customer_case c
                left join accounting_document named on named.number = c.invoice
                  and named.customer_id = c.customer_id and named.kind = 'INVOICE'
                left join accounting_document d on d.visit_id = c.visit_id and d.kind = 'INVOICE'
                where c.open and c.customer_id = any(:customers)""")
            .bind("customers", customers)
            .list(OpenCases.Case.class));
  }

  List<UUID> customers() {
    return database.sql("select distinct customer_id from customer_case").list(UUID.class);
  }

  void deleteOf(UUID customer) {
    database
        .sql("delete from customer_case where customer_id = :customer")
        .bind("customer", customer)
        .update();
  }
}
