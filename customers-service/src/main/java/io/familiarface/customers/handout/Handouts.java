package io.familiarface.customers.handout;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.database.Database;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The handouts of each customer, numbered from 1. */
@ApplicationScoped
class Handouts implements PanacheRepositoryBase<Handout, UUID> {
  private final Database database;

  Handouts(Database database) {
    this.database = database;
  }

  /** The number of the next one; the customer is locked. */
  int nextOf(UUID customerId) {
    return database
        .sql("select coalesce(max(n), 0) + 1 from handout where customer_id = :customer")
        .bind("customer", customerId)
        .one(Integer.class);
  }

  Handout get(UUID customerId, int n) {
    return find("customerId = ?1 and n = ?2", customerId, n)
        .firstResultOptional()
        .orElseThrow(
            () ->
                CustomersProblem.NO_SUCH_HANDOUT.because(
                    "This customer has no handout "
                        + n
                        + ". GET /v1/customers/"
                        + customerId
                        + "/handout lists them."));
  }

  Page<HandoutView> page(UUID customerId, PageRequest page) {
    var list =
        database
            .list(
                """
                select id, customer_id, n, template, template_id, template_version, language, made_at,
                  made_by, acknowledged_at, handed_by
                from handout""")
            .where("customer_id = :customer", "customer", customerId);
    page.after().ifPresent(key -> list.where("n < :last").bind("last", (int) key.whole(0)));
    return Page.of(
        list.list(HandoutView.class, "n desc", page.limit() + 1),
        page,
        handout -> Key.of(handout.n()),
        UnaryOperator.identity());
  }
}
