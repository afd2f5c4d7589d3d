package io.familiarface.customers.feedback;

import io.familiarface.customers.customer.CustomersMerging;
import io.familiarface.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;

/** When two customers become one: our copies of what feedback-service told follow. */
@ApplicationScoped
class MergingFeedback {
  private final Database database;

  MergingFeedback(Database database) {
    this.database = database;
  }

  /** The risk of the two is told anew; until then the one stands that is known of the survivor. */
  void move(@Observes CustomersMerging merging) {
    merging.moved("feedback", moved("feedback_copy", merging));
    merging.moved("complaints", moved("complaint_copy", merging));
    merging.moved("flags", moved("flag_copy", merging));
    database
        .roundTrip()
        .update(
            """
            update risk_copy set customer_id = :into where customer_id = :from
              and not exists (select from risk_copy where customer_id = :into)""")
        .update("delete from risk_copy where customer_id = :from")
        .bind("from", merging.from().id())
        .bind("into", merging.into().id())
        .send();
  }

  private List<UUID> moved(String copy, CustomersMerging merging) {
    return database
        .sql(
            "update %s set customer_id = :into where customer_id = :from returning id"
                .formatted(copy))
        .bind("from", merging.from().id())
        .bind("into", merging.into().id())
        .list(UUID.class);
  }
}
