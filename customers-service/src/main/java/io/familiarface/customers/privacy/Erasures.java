package io.familiarface.customers.privacy;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.database.Database;
import io.familiarface.database.UniqueViolation;
import io.familiarface.rest.Ref;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.rest.problem.CommonProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** Every erasure that was asked for. */
@ApplicationScoped
class Erasures implements PanacheRepositoryBase<Erasure, UUID> {
  private final Database database;

  Erasures(Database database) {
    this.database = database;
  }

  Erasure get(Ref ref) {
    return ref.id()
        .flatMap(this::findByIdOptional)
        .or(() -> ref.externalId().flatMap(key -> find("externalId", key).firstResultOptional()))
        .orElseThrow(
            () ->
                CustomersProblem.NO_SUCH_ERASURE.because(
                    "There is no erasure " + ref + ". GET /v1/erasures lists them."));
  }

  Optional<Erasure> ofCustomer(UUID customerId) {
    return find("customerId", customerId).firstResultOptional();
  }

  Erasure locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Newest first. */
  Page<ErasureView> page(ErasureFilter filter, PageRequest page) {
    var list =
        database
            .list(
                """
                select id, external_id, customer_id, reason, requested_at, requested_by,
                  jobs_erased_at, feedback_erased_at from erasure\
                """)
            .where("external_id = :externalId", "externalId", filter.externalId)
            .where("customer_id = :customer", "customer", filter.customerId);
    page.after().ifPresent(key -> list.before("requested_at, id", key.instant(0), key.uuid(1)));
    return Page.of(
        list.list(ErasureRow.class, "requested_at desc, id desc", page.limit() + 1),
        page,
        row -> Key.of(row.requestedAt(), row.id()),
        ErasureView::of);
  }

  void write(Erasure erasure) {
    try {
      persistAndFlush(erasure);
    } catch (RuntimeException e) {
      throw UniqueViolation.isCauseOf(e)
          ? CommonProblem.externalIdTaken("erasure", erasure.externalId)
          : e;
    }
  }
}
