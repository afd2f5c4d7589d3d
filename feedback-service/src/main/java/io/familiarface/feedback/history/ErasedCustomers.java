package io.familiarface.feedback.history;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Who was erased: nothing is to be kept of them again, whatever another service still says. */
@ApplicationScoped
public class ErasedCustomers {
  private final Database database;

  ErasedCustomers(Database database) {
    this.database = database;
  }

  /** Asks which of {@code :customers} are among them. */
  public RoundTrip.Rows<UUID> among(RoundTrip trip) {
    return trip.query(
        "select id from erased_customer where id = any(cast(:customers as uuid[]))", UUID.class);
  }

  public void add(UUID customer, Instant at) {
    database
        .sql("insert into erased_customer values (:id, :at) on conflict do nothing")
        .bind("id", customer)
        .bind("at", at)
        .update();
  }
}
