package io.familiarface.customers.conduct;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.database.Database;
import io.familiarface.rest.Ref;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What happened with each customer, and what we did about it. */
@ApplicationScoped
class Conduct implements PanacheRepositoryBase<ConductEntry, UUID> {
  private final Database database;

  Conduct(Database database) {
    this.database = database;
  }

  Page<ConductView> page(UUID customerId, PageRequest page) {
    var list =
        database
            .list("select * from conduct_entry")
            .where("customer_id = :customer", "customer", customerId);
    page.after().ifPresent(key -> list.before("at, id", key.instant(0), key.uuid(1)));
    return Page.of(
        list.list(ConductView.class, "at desc, id desc", page.limit() + 1),
        page,
        entry -> Key.of(entry.at(), entry.id()),
        UnaryOperator.identity());
  }

  /** What was tried to keep a customer after some instant. */
  List<LettingGoPolicy.Attempt> attempts(UUID customerId, Instant after) {
    return database
        .sql(
            """
            select kind, at from conduct_entry
            where customer_id = :customer and at > :after
              and kind in ('RETENTION_ATTEMPT', 'MANAGER_TALK', 'WRITTEN_WARNING')""")
        .bind("customer", customerId)
        .bind("after", after)
        .list(LettingGoPolicy.Attempt.class);
  }

  ConductEntry get(UUID customerId, Ref ref) {
    return ref.id()
        .flatMap(this::findByIdOptional)
        .filter(entry -> entry.customerId.equals(customerId))
        .or(() -> ref.externalId().flatMap(key -> withExternalId(customerId, key)))
        .orElseThrow(
            () ->
                CustomersProblem.NO_SUCH_CONDUCT_ENTRY.because(
                    "This customer has no entry "
                        + ref
                        + ". Look for it with GET /v1/customers/"
                        + customerId
                        + "/conduct."));
  }

  Optional<ConductEntry> withExternalId(UUID customerId, String externalId) {
    return find("customerId = ?1 and externalId = ?2", customerId, externalId)
        .firstResultOptional();
  }
}
