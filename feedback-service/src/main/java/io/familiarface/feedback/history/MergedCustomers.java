package io.familiarface.feedback.history;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Who became part of whom: what others still say of the one is said of the other. */
@ApplicationScoped
public class MergedCustomers {
  private final Database database;

  MergedCustomers(Database database) {
    this.database = database;
  }

  private record Merged(UUID id, String externalId, UUID intoId) {}

  /** Whom those of the ids lead to that were merged. */
  public Map<UUID, UUID> survivors(Collection<UUID> ids) {
    return database
        .sql("select * from merged_customer where id = any(:ids)")
        .bind("ids", ids)
        .list(Merged.class)
        .stream()
        .collect(Collectors.toMap(Merged::id, Merged::intoId));
  }

  /** The same with a round trip. */
  public Supplier<Map<UUID, UUID>> survivors(Collection<UUID> ids, RoundTrip trip) {
    RoundTrip.Rows<Merged> found =
        trip.bind("maybeMerged", ids)
            .query("select * from merged_customer where id = any(:maybeMerged)", Merged.class);
    return () -> found.all().stream().collect(Collectors.toMap(Merged::id, Merged::intoId));
  }

  /** Whom those of the keys of another system lead to that belonged to merged customers. */
  public Map<String, UUID> survivorsOf(Collection<String> externalIds) {
    return database
        .sql("select * from merged_customer where external_id = any(:externalIds)")
        .bind("externalIds", externalIds)
        .list(Merged.class)
        .stream()
        .collect(Collectors.toMap(Merged::externalId, Merged::intoId));
  }

  /** Of an erased customer neither the ids nor the keys that led there are kept. */
  void erase(@Observes CustomerErased erased) {
    database
        .sql("delete from merged_customer where id = :id or into_id = :id")
        .bind("id", erased.customerId())
        .update();
  }

  /** Notes that one has become part of another; whoever was merged into the first follows. */
  public void add(UUID from, String externalId, UUID into) {
    database
        .roundTrip()
        .update("update merged_customer set into_id = :into where into_id = :from")
        .update(
            """
            insert into merged_customer (id, external_id, into_id)
            values (:from, :externalId, :into)
            on conflict (id) do update set
              external_id = excluded.external_id, into_id = excluded.into_id\
            """)
        .bind("from", from)
        .bind("externalId", externalId)
        .bind("into", into)
        .send();
  }
}
