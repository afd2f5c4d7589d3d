package io.familiarface.feedback.feedback;

import io.familiarface.database.Database;
import io.familiarface.database.ListQuery;
import io.familiarface.feedback.history.CustomerErased;
import io.familiarface.feedback.history.CustomerMerged;
import io.familiarface.feedback.recording.CustomerRecords;
import io.familiarface.rest.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;

/** What customers said. */
@ApplicationScoped
public class FeedbackRepository implements CustomerRecords<Feedback> {
  /** What another package may read: the marks that visits were given. */
  public static final String MARKS =
      "(select id, visit_id, at, csat, text from feedback"
          + " where csat is not null and visit_id is not null)";

  private final Database database;

  FeedbackRepository(Database database) {
    this.database = database;
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

  void move(@Observes CustomerMerged merged) {
    update("customerId = ?1 where customerId = ?2", merged.into(), merged.from());
  }

  void erase(@Observes CustomerErased erased) {
    delete("customerId", erased.customerId());
  }
}
