package io.familiarface.customers.handout;

import io.familiarface.customers.customer.CustomersMerging;
import io.familiarface.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;

/** When two customers become one: the handouts of the one are numbered after those of the other. */
@ApplicationScoped
class MergingHandouts {
  private final Database database;

  MergingHandouts(Database database) {
    this.database = database;
  }

  void move(@Observes CustomersMerging merging) {
    merging.moved(
        "handout",
        database
            .sql(
                """
                update handout set customer_id = :into, version = version + 1,
                  n = n + (select coalesce(max(n), 0) from handout where customer_id = :into)
                where customer_id = :from returning id""")
            .bind("from", merging.from().id())
            .bind("into", merging.into().id())
            .list(UUID.class));
  }
}
