package io.familiarface.jobs.customer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.jobs.listing.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Our copy of the customers feed. */
@ApplicationScoped
public class CustomerCopies {
  private static final String UPSERT =
      """
      insert into customer_copy
        (id, external_id, name, data, revision, changed_at, received_at)
      values (:id, :externalId, :name, cast(:data as jsonb), :revision, :changedAt, :receivedAt)
      on conflict (id) do update set
        external_id = excluded.external_id, name = excluded.name, data = excluded.data,
        revision = excluded.revision, changed_at = excluded.changed_at,
        received_at = excluded.received_at
      where customer_copy.revision <= excluded.revision
      """;

  private final EntityManager em;
  private final ObjectMapper json;

  CustomerCopies(EntityManager em, ObjectMapper json) {
    this.em = em;
    this.json = json;
  }

  /** A customer as last heard of, and how fresh that is. */
  public record Copy(KnownCustomer customer, Instant changedAt, Instant receivedAt) {}

  public Optional<Copy> find(UUID id) {
    return rows(
            """
            select data::text as data, changed_at, received_at from customer_copy
            where id = :key and data is not null
            """,
            id)
        .findFirst()
        .map(
            row ->
                new Copy(
                    parsed(row.text("data")),
                    row.instant("changed_at"),
                    row.instant("received_at")));
  }

  Optional<CustomerRef> refById(UUID id) {
    return rows("select id, external_id from customer_copy where id = :key", id)
        .findFirst()
        .map(CustomerCopies::ref);
  }

  /** Those of the given external ids that we have heard of, in one query. */
  Map<String, CustomerRef> refsByExternalIds(Collection<String> externalIds) {
    Map<String, CustomerRef> found = new HashMap<>();
    rows("select id, external_id from customer_copy where external_id in :key", externalIds)
        .map(CustomerCopies::ref)
        .forEach(ref -> found.put(ref.externalId(), ref));
    return found;
  }

  void keep(KnownCustomer customer, String data, Instant changedAt, Instant now) {
    makeRoomFor(customer.externalId(), customer.id());
    em.createNativeQuery(UPSERT)
        .setParameter("id", customer.id())
        .setParameter("externalId", customer.externalId())
        .setParameter("name", customer.name())
        .setParameter("data", data)
        .setParameter("revision", customer.revision() == null ? 0 : customer.revision())
        .setParameter("changedAt", changedAt)
        .setParameter("receivedAt", now)
        .executeUpdate();
  }

  /** Remembers the id of a customer we asked for, until the feed brings the rest. */
  void keepRef(CustomerRef customer, Instant now) {
    em.createNativeQuery(
            """
            insert into customer_copy (id, external_id, revision, received_at)
            values (:id, :externalId, -1, :receivedAt) on conflict do nothing
            """)
        .setParameter("id", customer.id())
        .setParameter("externalId", customer.externalId())
        .setParameter("receivedAt", now)
        .executeUpdate();
  }

  void forget(UUID id) {
    em.createNativeQuery("delete from customer_copy where id = :id")
        .setParameter("id", id)
        .executeUpdate();
  }

  /**
   * An external id can move to another customer; the feed's word on the former holder may be late.
   */
  private void makeRoomFor(String externalId, UUID id) {
    if (externalId != null) {
      em.createNativeQuery(
              "update customer_copy set external_id = null where external_id = :key and id <> :id")
          .setParameter("key", externalId)
          .setParameter("id", id)
          .executeUpdate();
    }
  }

  private java.util.stream.Stream<Row> rows(String sql, Object key) {
    List<?> rows = em.createNativeQuery(sql, Tuple.class).setParameter("key", key).getResultList();
    return rows.stream().map(row -> new Row((Tuple) row));
  }

  private static CustomerRef ref(Row row) {
    return new CustomerRef(row.uuid("id"), row.text("external_id"));
  }

  private KnownCustomer parsed(String data) {
    try {
      return json.readValue(data, KnownCustomer.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
