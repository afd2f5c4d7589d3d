package io.familiarface.jobs.customer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.database.Database;
import io.familiarface.database.ListQuery;
import io.familiarface.database.RoundTrip;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.PersonKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Our copy of the customers feed. */
@ApplicationScoped
public class CustomerCopies implements PersonKeys {
  /** SQL, for a join: what a list shows of a customer. */
  public static final String SUMMARIES =
      "(select id, external_id, name, data ->> 'preferredName' as preferred_name from"
          + " customer_copy)";

  /** SQL, for a join: the standing promises to send one technician and no other. */
  public static final String PROMISED_TECHNICIANS =
      """
      (select c.id as customer_id, c.external_id as customer_external_id, c.name as customer_name,
         cast(p ->> 'id' as uuid) as promise_id, p ->> 'text' as text, p ->> 'madeBy' as made_by,
         cast(p ->> 'madeAt' as timestamptz) as made_at,
         cast(p ->> 'technicianId' as uuid) as technician_id,
         cast(p ->> 'validUntil' as timestamptz) as valid_until
       from customer_copy c, jsonb_path_query(c.data, '$.promises[*]') p
       where p ->> 'kind' = 'SAME_TECHNICIAN' and p ->> 'state' = 'STANDING'
         and p ->> 'technicianId' is not null)\
      """;

  /** SQL, for a join: how a customer likes to be called, and where they live. */
  public static final String PLACES =
      """
      (select id, external_id, coalesce(data ->> 'preferredName', name) as likes_to_be_called,
         concat_ws(', ', data #>> '{address,line1}', data #>> '{address,line2}',
           data #>> '{address,city}', data #>> '{address,region}',
           data #>> '{address,postalCode}') as address
       from customer_copy)\
      """;

  /** SQL, for a join: as {@link #SUMMARIES}, with the promises that count, a JSON array. */
  public static final String PROMISES =
      """
      (select id, external_id, coalesce(data ->> 'preferredName', name) as likes_to_be_called,
         data ->> 'branch' as branch,
         (select json_agg(promise) from jsonb_array_elements(
            case jsonb_typeof(data -> 'promises') when 'array' then data -> 'promises' end
          ) as told (promise) where promise ->> 'state' in ('STANDING', 'BROKEN')) as promises
       from customer_copy)\
      """;

  private static final String ID_BY_KEY =
      "select coalesce(merged_into, id) from customer_copy where external_id = :%s";

  /** Whoever was asked for, or the one they are since a merge; with the key they have now. */
  private static final String REFS =
      """
      select c.external_id as asked_key, coalesce(c.merged_into, c.id) as id,
        case when c.merged_into is null then c.external_id else s.external_id end as external_id
      from customer_copy c left join customer_copy s on s.id = c.merged_into\
      """;

  /**
   * Holds the rows of those asked for, and of those they are since a merge, in one order: until the
   * transaction ends none of them is merged or erased, for whoever does that locks the row first. A
   * statement of its own, so that what follows sees what was committed while it waited.
   */
  private static final String HOLD =
      """
      select held.id from customer_copy held where held.id in (
        select c.id from customer_copy c where %1$s union
        select c.merged_into from customer_copy c where %1$s)
      order by held.id for key share\
      """;

  /** A key can move to another customer; the feed's word on the former holder may be late. */
  private static final String FREE_KEYS =
      """
      update customer_copy set external_id = null
      from unnest(cast(:ids as uuid[]), cast(:externalIds as text[])) as told (id, key)
      where customer_copy.external_id = told.key and customer_copy.id <> told.id
      """;

  private static final String UPSERT =
      """
      insert into customer_copy
        (id, external_id, name, data, revision, changed_at, received_at)
      select told.*, :receivedAt from
        unnest(cast(:ids as uuid[]), cast(:externalIds as text[]), cast(:names as text[]),
          cast(:states as jsonb[]), cast(:revisions as bigint[]), cast(:changedAts as timestamptz[]))
          as told (id, external_id, name, data, revision, changed_at)
      order by id
      on conflict (id) do update set
        external_id = excluded.external_id, name = excluded.name, data = excluded.data,
        revision = excluded.revision, changed_at = excluded.changed_at,
        received_at = excluded.received_at
      where customer_copy.revision <= excluded.revision
      """;

  private final Database database;
  private final ObjectMapper json;

  CustomerCopies(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /** A customer as the feed last told of them, and how fresh that is. */
  public record Copy(CustomerState customer, Instant changedAt, Instant receivedAt) {}

  private record Row(String data, Instant changedAt, Instant receivedAt) {}

  public Optional<Copy> find(UUID id) {
    return database
        .sql(
            """
            select data::text as data, changed_at, received_at from customer_copy
            where data is not null and id = coalesce(
              (select merged_into from customer_copy where id = :id), :id)
            """)
        .bind("id", id)
        .first(Row.class)
        .map(row -> new Copy(parsed(row.data), row.changedAt, row.receivedAt));
  }

  /** The promises that {@link #PROMISES} answers; none for null. */
  public List<CustomerState.Promise> promises(String array) {
    try {
      return array == null
          ? List.of()
          : List.of(json.readValue(array, CustomerState.Promise[].class));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Narrows a list to the rows of one customer, by whatever id or key they had before a merge; who
   * is unknown has none.
   */
  public static void narrow(ListQuery list, String column, Ref customer) {
    if (customer != null) {
      String parameter = column.replace('.', '_');
      customer
          .id()
          .ifPresent(
              id ->
                  list.where(
                      "%s = coalesce((select merged_into from customer_copy where id = :%2$s), :%2$s)"
                          .formatted(column, parameter),
                      parameter,
                      id));
      customer
          .externalId()
          .ifPresent(
              key ->
                  list.where(
                      column + " = (" + ID_BY_KEY.formatted(parameter) + ")", parameter, key));
    }
  }

  private record DataOf(UUID id, String data) {}

  /** Those of the given customers of whom the feed has told. */
  public Map<UUID, CustomerState> known(Collection<UUID> ids) {
    return database
        .sql(
            """
            select id, data::text as data from customer_copy
            where data is not null and id = any(:ids)""")
        .bind("ids", ids)
        .list(DataOf.class)
        .stream()
        .collect(Collectors.toMap(DataOf::id, row -> parsed(row.data)));
  }

  /** Whom a path names, as far as we have heard of them. */
  Optional<CustomerRef> ref(Ref named) {
    return named
        .id()
        .flatMap(this::refById)
        .or(
            () ->
                named
                    .externalId()
                    .flatMap(key -> Optional.ofNullable(refsByExternalIds(List.of(key)).get(key))));
  }

  @Override
  public Optional<UUID> personWithKey(String externalId) {
    return Optional.ofNullable(refsByExternalIds(List.of(externalId)).get(externalId))
        .map(CustomerRef::id);
  }

  private record AskedRef(String askedKey, UUID id, String externalId) {
    CustomerRef ref() {
      return new CustomerRef(id, externalId);
    }
  }

  /** As {@link #refById}, of whom something is to be written: see {@link #HOLD}. */
  Optional<CustomerRef> holdById(UUID id) {
    return hold("c.id = :asked", id).stream().findFirst().map(AskedRef::ref);
  }

  /** As {@link #refsByExternalIds}, of whom something is to be written: see {@link #HOLD}. */
  Map<String, CustomerRef> holdByExternalIds(Collection<String> externalIds) {
    return hold("c.external_id = any(:asked)", externalIds).stream()
        .collect(Collectors.toMap(AskedRef::askedKey, AskedRef::ref));
  }

  private List<AskedRef> hold(String which, Object asked) {
    Set<UUID> unknown = Set.of();
    while (true) {
      RoundTrip trip = database.roundTrip().bind("asked", asked);
      RoundTrip.Rows<UUID> held = trip.query(HOLD.formatted(which), UUID.class);
      RoundTrip.Rows<AskedRef> refs = trip.query(REFS + " where " + which, AskedRef.class);
      trip.send();
      Set<UUID> unheld = refs.all().stream().map(AskedRef::id).collect(Collectors.toSet());
      held.all().forEach(unheld::remove);
      // Merged while we waited for their rows, they are somebody whose row is not held yet: once
      // more, unless nobody has told us of that one.
      if (unheld.equals(unknown)) {
        return refs.all();
      }
      unknown = unheld;
    }
  }

  /** Adds to a round trip who a customer is since a merge; no row while they are themselves. */
  public static RoundTrip.Rows<UUID> survivor(RoundTrip trip, UUID id) {
    return trip.bind("maybeMerged", id)
        .query(
            "select merged_into from customer_copy"
                + " where id = :maybeMerged and merged_into is not null",
            UUID.class);
  }

  Optional<CustomerRef> refById(UUID id) {
    return database
        .sql(REFS + " where c.id = :id")
        .bind("id", id)
        .first(AskedRef.class)
        .map(AskedRef::ref);
  }

  /** Those of the given external ids that we have heard of, in one query. */
  Map<String, CustomerRef> refsByExternalIds(Collection<String> externalIds) {
    return database
        .sql(REFS + " where c.external_id = any(:keys)")
        .bind("keys", externalIds)
        .list(AskedRef.class)
        .stream()
        .collect(Collectors.toMap(AskedRef::askedKey, AskedRef::ref));
  }

  /** A customer as the feed tells of them, in its words and in those that we read. */
  record Told(CustomerState customer, String data, Instant changedAt) {
    UUID id() {
      return customer.id();
    }

    long revision() {
      return customer.revision() == null ? 0 : customer.revision();
    }
  }

  /** Stores what is told, which may be of one customer several times. */
  void store(List<Told> told, Instant now) {
    Map<UUID, Told> newest = new LinkedHashMap<>();
    told.forEach(one -> newest.merge(one.id(), one, (a, b) -> a.revision() > b.revision() ? a : b));
    Collection<Told> rows = newest.values();
    if (rows.isEmpty()) {
      return;
    }
    database
        .roundTrip()
        .update(FREE_KEYS)
        .update(UPSERT)
        .bindColumn("ids", rows, Told::id)
        .bindColumn("externalIds", rows, one -> one.customer.externalId())
        .bindColumn("names", rows, one -> one.customer.name())
        .bindColumn("states", rows, Told::data)
        .bindColumn("revisions", rows, Told::revision)
        .bindColumn("changedAts", rows, Told::changedAt)
        .bind("receivedAt", now)
        .send();
  }

  /** From now on the one is the other; whatever is told of it again, it stays so. */
  void merge(MergeTold told, Instant now) {
    lock(List.of(told.from(), told.into()));
    database
        .roundTrip()
        .update("update customer_copy set merged_into = :into where merged_into = :from")
        .update(
            """
            insert into customer_copy (id, external_id, merged_into, revision, received_at)
            values (:from, :externalId, :into, :last, :now)
            on conflict (id) do update set external_id = excluded.external_id,
              merged_into = excluded.merged_into, name = null, data = null,
              revision = excluded.revision, received_at = excluded.received_at\
            """)
        .bind("from", told.from())
        .bind("externalId", told.externalId())
        .bind("into", told.into())
        .bind("last", Long.MAX_VALUE)
        .bind("now", now)
        .send();
  }

  /**
   * Remembers the ids of customers we asked for, until the feed brings the rest. Whoever was erased
   * since they were asked for is not brought back.
   */
  void storeRefs(Collection<CustomerRef> customers, Instant now) {
    database
        .roundTrip()
        .update(FREE_KEYS)
        .update(
            """
            insert into customer_copy (id, external_id, revision, received_at)
            select id, external_id, -1, :receivedAt
            from unnest(cast(:ids as uuid[]), cast(:externalIds as text[]))
              as told (id, external_id)
            where not exists (select from erased_person e where e.id = told.id)
            order by id
            on conflict do nothing
            """)
        .bindColumn("ids", customers, CustomerRef::id)
        .bindColumn("externalIds", customers, CustomerRef::externalId)
        .bind("receivedAt", now)
        .send();
  }

  List<UUID> ids() {
    return database.sql("select id from customer_copy").list(UUID.class);
  }

  /** Waits for whoever is writing of them. */
  private void lock(List<UUID> ids) {
    database
        .sql("select id from customer_copy where id = any(:ids) order by id for update")
        .bind("ids", ids)
        .list(UUID.class);
  }

  void delete(UUID id) {
    database.sql("delete from customer_copy where id = :id").bind("id", id).update();
  }

  private CustomerState parsed(String data) {
    try {
      return json.readValue(data, CustomerState.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
