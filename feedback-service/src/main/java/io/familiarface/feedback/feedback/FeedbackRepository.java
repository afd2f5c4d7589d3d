package io.familiarface.feedback.feedback;

import io.familiarface.database.Database;
import io.familiarface.database.ListQuery;
import io.familiarface.feedback.history.CustomerErased;
import io.familiarface.rest.Ref;
import io.familiarface.rest.page.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What customers said. */
@ApplicationScoped
public class FeedbackRepository implements PanacheRepositoryBase<Feedback, UUID> {
  private final Database database;

  FeedbackRepository(Database database) {
    this.database = database;
  }

  /** The words that were left with some of these, by id. */
  public Map<UUID, String> texts(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : list("id in ?1 and details.text is not null", ids).stream()
            .collect(
                Collectors.toMap(feedback -> feedback.id, feedback -> feedback.details.text()));
  }

  Optional<Feedback> find(Ref ref) {
    return ref.id()
        .map(this::findByIdOptional)
        .orElseGet(() -> find("externalId", ref.externalId().orElseThrow()).firstResultOptional());
  }

  boolean isTaken(String externalId) {
    return count("externalId", externalId) > 0;
  }

  /** Nobody else changes them until the transaction ends. */
  List<Feedback> lock(Collection<String> externalIds) {
    return find("externalId in ?1", Sort.by("id"), externalIds)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Newest first. */
  List<FeedbackView> page(FeedbackFilter filter, UUID customer, PageRequest page) {
    ListQuery query =
        database
            .list("select * from feedback")
            .where("external_id = :externalId", "externalId", filter.externalId)
            .where("customer_id = :customer", "customer", customer)
            .where("visit_id = :visit", "visit", filter.visitId)
            .where("kind = :kind", "kind", filter.kind)
            .where("at >= :from", "from", filter.from)
            .where("at < :to", "to", filter.to);
    page.after().ifPresent(key -> query.before("at, id", key.instant(0), key.uuid(1)));
    return query.list(FeedbackView.class, "at desc, id desc", page.limit() + 1);
  }

  void erase(@Observes CustomerErased erased) {
    delete("customerId", erased.customerId());
  }
}
