package io.familiarface.feedback.link;

import io.familiarface.database.Database;
import io.familiarface.database.ListQuery;
import io.familiarface.feedback.assessment.CustomerLocks;
import io.familiarface.feedback.history.CustomerErased;
import io.familiarface.feedback.history.CustomerMerged;
import io.familiarface.rest.Ref;
import io.familiarface.rest.page.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The links that were made for customers. */
@ApplicationScoped
class CustomerLinks implements PanacheRepositoryBase<CustomerLink, UUID> {
  private final Database database;
  private final CustomerLocks locks;

  CustomerLinks(Database database, CustomerLocks locks) {
    this.database = database;
    this.locks = locks;
  }

  /** Newest first. */
  List<LinkView> page(UUID customer, LinkPurpose purpose, PageRequest page) {
    ListQuery query =
        database
            .list("select * from customer_link")
            .where("customer_id = :customer", "customer", customer)
            .where("purpose = :purpose", "purpose", purpose);
    page.after().ifPresent(key -> query.before("created_at, id", key.instant(0), key.uuid(1)));
    return query.list(LinkView.class, "created_at desc, id desc", page.limit() + 1);
  }

  boolean isTaken(String externalId) {
    return count("externalId", externalId) > 0;
  }

  Optional<CustomerLink> byToken(String token) {
    return find("tokenHash", (Object) Token.hash(token)).firstResultOptional();
  }

  /**
   * Nobody else changes anything of the customer's until the transaction ends. One that has ended
   * is not found, and so costs what one costs that never was.
   */
  Optional<CustomerLink> lockByToken(String token, Instant now) {
    return lockFound(
        database
            .sql(
                """
                select id, customer_id from customer_link
                where token_hash = :hash and revoked_at is null and expires_at > :now
                """)
            .bind("hash", Token.hash(token))
            .bind("now", now)
            .first(Found.class));
  }

  Optional<CustomerLink> lock(Ref ref) {
    return lockFound(
        database
            .list("select id, customer_id from customer_link")
            .where("id = :id", "id", ref.id().orElse(null))
            .where("external_id = :externalId", "externalId", ref.externalId().orElse(null))
            .list(Found.class, "id", 1)
            .stream()
            .findFirst());
  }

  private Optional<CustomerLink> lockFound(Optional<Found> found) {
    return found
        .filter(link -> !locks.lock(List.of(link.customerId)).isEmpty())
        .flatMap(link -> findByIdOptional(link.id, LockModeType.PESSIMISTIC_WRITE));
  }

  record Found(UUID id, UUID customerId) {}

  void move(@Observes CustomerMerged merged) {
    update("customerId = ?1 where customerId = ?2", merged.into(), merged.from());
  }

  void erase(@Observes CustomerErased erased) {
    delete("customerId", erased.customerId());
  }
}
