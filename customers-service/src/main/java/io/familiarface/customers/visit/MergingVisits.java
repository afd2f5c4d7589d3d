package io.familiarface.customers.visit;

import io.familiarface.customers.customer.CustomersMerging;
import io.familiarface.database.Database;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;

/** When two customers become one: our copies of agreements and visits follow. */
@ApplicationScoped
class MergingVisits {
  /** After the promises, which are then decided by all the visits. */
  private static final int LAST = 3000;

  private final Database database;
  private final ApplyingJobsChanges applying;

  MergingVisits(Database database, ApplyingJobsChanges applying) {
    this.database = database;
    this.applying = applying;
  }

  void move(@Observes @Priority(LAST) CustomersMerging merging) {
    merging.moved("agreements", moved("agreement_copy", merging));
    merging.moved("visits", moved("visit_copy", merging));
    applying.decideAnew(List.of(merging.into().id()));
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
