package io.familiarface.feedback.history;

import io.familiarface.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Who was erased: nothing is to be kept of them again, whatever another service still says. */
@ApplicationScoped
public class ErasedCustomers {
  private final Database database;

  ErasedCustomers(Database database) {
    this.database = database;
  }

  public Set<UUID> among(Collection<UUID> customers) {
    return Set.copyOf(
        database
            .sql("select id from erased_customer where id = any(:ids)")
            .bind("ids", customers)
            .list(UUID.class));
  }

  public void add(UUID customer, Instant at) {
    database
        .sql("insert into erased_customer values (:id, :at) on conflict do nothing")
        .bind("id", customer)
        .bind("at", at)
        .update();
  }
}
