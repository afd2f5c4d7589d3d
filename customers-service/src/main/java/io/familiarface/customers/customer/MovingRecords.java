package io.familiarface.customers.customer;

import io.familiarface.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What was written down of a customer goes over to another one, when the two become one. */
@ApplicationScoped
public class MovingRecords {
  private final Database database;

  MovingRecords(Database database) {
    this.database = database;
  }

  /**
   * Moves every row. A key that the other one has given as well is given up: it names one of theirs
   * already.
   *
   * @param table of the caller, with {@code customer_id}, {@code external_id} and {@code version}
   * @return the ids of what was moved
   */
  public List<UUID> move(String table, CustomersMerging merging) {
    return database
        .sql(
            """
            update %1$s set customer_id = :into, version = version + 1,
              external_id = case when not exists (
                select from %1$s as known
                where known.customer_id = :into and known.external_id = %1$s.external_id)
              then external_id end
            where customer_id = :from returning id"""
                .formatted(table))
        .bind("from", merging.from().id())
        .bind("into", merging.into().id())
        .list(UUID.class);
  }
}
