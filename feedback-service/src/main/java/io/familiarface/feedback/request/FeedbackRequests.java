package io.familiarface.feedback.request;

import io.familiarface.database.Database;
import io.familiarface.database.ListQuery;
import io.familiarface.feedback.feedback.FeedbackRepository;
import io.familiarface.feedback.history.CustomerErased;
import io.familiarface.feedback.history.CustomerMerged;
import io.familiarface.rest.Ref;
import io.familiarface.rest.page.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whom we asked what they think. */
@ApplicationScoped
class FeedbackRequests implements PanacheRepositoryBase<FeedbackRequest, UUID> {
  /** Any later feedback answers a request. */
  private static final String WITH_ANSWERS =
      """
      select q.*, f.id as feedback_id, f.at as answered_at
      from feedback_request q
      left join lateral (
        select id, at from %s given
        where given.customer_id = q.customer_id and given.at >= q.at
        order by given.at, given.id limit 1
      ) f on true\
      """
          .formatted(FeedbackRepository.ROWS);

  private final Database database;

  FeedbackRequests(Database database) {
    this.database = database;
  }

  boolean isTaken(String externalId) {
    return count("externalId", externalId) > 0;
  }

  /** When the customer was asked last between two instants, without either. */
  Optional<Instant> lastBetween(UUID customer, Instant from, Instant to) {
    return database
        .sql(
            """
            select at from feedback_request
            where customer_id = :customer and at > :from and at < :to
            order by at desc limit 1
            """)
        .bind("customer", customer)
        .bind("from", from)
        .bind("to", to)
        .first(Instant.class);
  }

  /** What was noted for a link between two instants and not written down by hand. */
  Optional<FeedbackRequest> notedBetween(UUID customer, Instant from, Instant to) {
    return find("customerId = ?1 and byLink and at > ?2 and at < ?3", customer, from, to)
        .firstResultOptional();
  }

  /** Those that count, in the order in which the customer was asked. */
  List<FeedbackRequest> countedOf(UUID customer) {
    return list("customerId = ?1 and sameAs is null order by at, id", customer);
  }

  /** Newest first. */
  List<FeedbackRequestView> page(UUID customer, Boolean answered, PageRequest page) {
    ListQuery query =
        database.list(WITH_ANSWERS).where("q.customer_id = :customer", "customer", customer);
    if (answered != null) {
      query.where(answered ? "f.id is not null" : "f.id is null and q.same_as is null");
    }
    page.after().ifPresent(key -> query.before("q.at, q.id", key.instant(0), key.uuid(1)));
    return query.list(FeedbackRequestView.class, "q.at desc, q.id desc", page.limit() + 1);
  }

  Optional<FeedbackRequestView> find(Ref ref) {
    return database
        .list(WITH_ANSWERS)
        .where("q.id = :id", "id", ref.id().orElse(null))
        .where("q.external_id = :externalId", "externalId", ref.externalId().orElse(null))
        .list(FeedbackRequestView.class, "q.id", 1)
        .stream()
        .findFirst();
  }

  void move(@Observes CustomerMerged merged) {
    update("customerId = ?1 where customerId = ?2", merged.into(), merged.from());
  }

  void erase(@Observes CustomerErased erased) {
    delete("customerId", erased.customerId());
  }
}
