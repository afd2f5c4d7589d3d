package io.familiarface.rest.privacy;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.idempotency.StoredResponses;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Who was erased: nothing is to be kept of them again, whatever another service still says. */
@ApplicationScoped
public class ErasedPersons {
  private final Database database;

  ErasedPersons(Database database) {
    this.database = database;
  }

  /**
   * Notes, in the running transaction, that these are erased, and takes what is known of them out
   * of the audit trail and of the answers that are kept to be given again. Noted again it changes
   * nothing.
   */
  public void add(Collection<UUID> persons, Instant at) {
    RoundTrip trip = database.roundTrip().bind("persons", persons).bind("at", at);
    AuditTrail.erase(trip);
    StoredResponses.erase(persons, trip);
    trip.update(
            """
            insert into erased_person (id, erased_at)
            select id, :at from unnest(cast(:persons as uuid[])) as erased (id) order by id
            on conflict do nothing\
            """)
        .send();
  }

  /** Asks which of {@code :customers} are among them. */
  public RoundTrip.Rows<UUID> among(RoundTrip trip) {
    return trip.query(
        "select id from erased_person where id = any(cast(:customers as uuid[]))", UUID.class);
  }

  /** When somebody was erased; empty for whoever was not. */
  public Optional<Instant> erasedAt(UUID person) {
    return database
        .sql("select erased_at from erased_person where id = :id")
        .bind("id", person)
        .first(Instant.class);
  }
}
