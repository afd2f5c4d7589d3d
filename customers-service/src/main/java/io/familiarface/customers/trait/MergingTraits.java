package io.familiarface.customers.trait;

import io.familiarface.customers.customer.CustomersMerging;
import io.familiarface.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;

/** When two customers become one. */
@ApplicationScoped
class MergingTraits {
  private final Database database;

  MergingTraits(Database database) {
    this.database = database;
  }

  /** A key that the other one has given as well is given up: it names one of theirs already. */
  void move(@Observes CustomersMerging merging) {
    merging.moved(
        "traits",
        database
            .sql(
                """
                update trait set customer_id = :into, version = version + 1,
                  external_id = case when not exists (
                    select from trait as known
                    where known.customer_id = :into and known.external_id = trait.external_id)
                  then external_id end
                where customer_id = :from returning id""")
            .bind("from", merging.from().id())
            .bind("into", merging.into().id())
            .list(UUID.class));
  }
}
