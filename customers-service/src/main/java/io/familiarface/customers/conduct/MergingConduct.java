package io.familiarface.customers.conduct;

import io.familiarface.customers.customer.CustomersMerging;
import io.familiarface.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;

/** When two customers become one. */
@ApplicationScoped
class MergingConduct {
  private final Database database;

  MergingConduct(Database database) {
    this.database = database;
  }

  /** A key that the other one has given as well is given up: it names one of theirs already. */
  void move(@Observes CustomersMerging merging) {
    merging.moved(
        "conduct_entry",
        database
            .sql(
                """
                update conduct_entry set customer_id = :into, version = version + 1,
                  external_id = case when not exists (
                    select from conduct_entry as known
                    where known.customer_id = :into and known.external_id = conduct_entry.external_id)
                  then external_id end
                where customer_id = :from returning id""")
            .bind("from", merging.from().id())
            .bind("into", merging.into().id())
            .list(UUID.class));
  }
}
