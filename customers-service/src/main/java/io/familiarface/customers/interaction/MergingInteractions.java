package io.familiarface.customers.interaction;

import io.familiarface.customers.customer.CustomersMerging;
import io.familiarface.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;

/** When two customers become one. */
@ApplicationScoped
class MergingInteractions {
  private final Database database;

  MergingInteractions(Database database) {
    this.database = database;
  }

  /** A key that the other one has given as well is given up: it names one of theirs already. */
  void move(@Observes CustomersMerging merging) {
    merging.moved(
        "interactions",
        database
            .sql(
                """
                update interaction set customer_id = :into, version = version + 1,
                  external_id = case when not exists (
                    select from interaction as known
                    where known.customer_id = :into and known.external_id = interaction.external_id)
                  then external_id end
                where customer_id = :from returning id""")
            .bind("from", merging.from().id())
            .bind("into", merging.into().id())
            .list(UUID.class));
  }
}
