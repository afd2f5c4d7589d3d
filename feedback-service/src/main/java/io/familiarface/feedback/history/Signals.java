package io.familiarface.feedback.history;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.risk.signal.AgreementStarted;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.signal.SignalKey;
import io.familiarface.risk.signal.SignalKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The rows of {@code signal}: read and written for many customers at once. */
@ApplicationScoped
public class Signals {
  /** What another package may join. */
  public static final String HAPPENED =
      "(select customer_id, kind, at, data from signal where at is not null)";

  /** What another package may join: every visit that took place. */
  public static final String VISITS =
      """
      (select customer_id, at, visit_id, technician_id, planned_technician_id, agreement_id, on_time
       from signal where kind = 'VISIT_COMPLETED')\
      """;

  /**
   * SQL: the visit that somebody speaks of who names neither a visit nor a project, as the function
   * {@code visit_spoken_of} says. No row where there was none.
   *
   * @param said an alias for what has {@code customer_id}, {@code technician_id} and {@code at}
   */
  public static String visitSpokenOf(String said) {
    return "visit_spoken_of(%1$s.customer_id, %1$s.technician_id, %1$s.at)".formatted(said);
  }

  /** What another package may join: every promise with what has become of it. */
  public static final String PROMISES =
      """
      (select data ->> 'promiseId' as promise_id, max(data ->> 'promise') as promise,
         min(at) filter (where kind = 'PROMISE_MADE') as made_at,
         bool_or(kind = 'PROMISE_BROKEN') as broken, bool_or(kind = 'PROMISE_KEPT') as kept,
         bool_or(kind = 'PROMISE_RELEASED') as released
       from signal
       where kind in ('PROMISE_MADE', 'PROMISE_BROKEN', 'PROMISE_KEPT', 'PROMISE_RELEASED')
       group by 1)\
      """;

  /** What another package may join: every agreement that was cancelled. */
  public static final String CANCELLATIONS =
      """
      (select customer_id, at, data ->> 'reason' as reason, data ->> 'agreementId' as agreement_id
       from signal
       where kind = 'AGREEMENT_CANCELLED' and (data ->> 'reason') is distinct from 'LET_GO')\
      """;

  private static final int ROWS_AT_ONCE = 5_000;

  private final Database database;
  private final SignalJson json;

  Signals(Database database, SignalJson json) {
    this.database = database;
    this.json = json;
  }

  /** What had happened to each of the customers by an instant, in no order. */
  public Map<UUID, List<Signal>> until(Instant asOf, Collection<UUID> customers) {
    RoundTrip trip = database.roundTrip();
    Supplier<Map<UUID, List<Signal>>> histories = until(asOf, customers, trip);
    trip.send();
    return histories.get();
  }

  /** The same, asked with the round trip. */
  public Supplier<Map<UUID, List<Signal>>> until(
      Instant asOf, Collection<UUID> customers, RoundTrip trip) {
    RoundTrip.Rows<Row> rows =
        trip.bind("historyOf", customers)
            .bind("historyUntil", asOf)
            .query(
                """
                select * from signal where customer_id = any(:historyOf) and at <= :historyUntil
                """,
                Row.class);
    return () ->
        rows.all().stream()
            .collect(
                Collectors.groupingBy(
                    Row::customerId,
                    Collectors.mapping(row -> json.read(row.kind, row.data), Collectors.toList())));
  }

  /** What had happened to one customer by an instant, in order. */
  public List<Signal> until(Instant asOf, UUID customer) {
    return until(asOf, List.of(customer)).getOrDefault(customer, List.of()).stream()
        .sorted(Signal.ORDER)
        .toList();
  }

  /** The agreements of a customer that are known to begin after an instant, in order. */
  public List<AgreementStarted> startsAfter(Instant asOf, UUID customer) {
    return database
        .sql(
            """
            select * from signal
            where customer_id = :customer and at > :asOf and kind = 'AGREEMENT_STARTED'
            order by at, key
            """)
        .bind("customer", customer)
        .bind("asOf", asOf)
        .list(Row.class)
        .stream()
        .map(row -> (AgreementStarted) json.read(row.kind, row.data))
        .toList();
  }

  /** How many visits of a customer had been completed by an instant. */
  public int completedVisits(UUID customer, Instant asOf) {
    return database
        .sql(
            """
            select count(*)::int from signal
            where customer_id = :customer and kind = 'VISIT_COMPLETED' and at <= :asOf
            """)
        .bind("customer", customer)
        .bind("asOf", asOf)
        .one(Integer.class);
  }

  /**
   * Asks, with the round trip, for the next of each customer's signals that lie in the future,
   * where there is one.
   */
  public Supplier<Map<UUID, Instant>> firstAfter(
      Instant asOf, Collection<UUID> customers, RoundTrip trip) {
    RoundTrip.Rows<First> rows =
        trip.bind("futureOf", customers)
            .bind("futureAfter", asOf)
            .query(
                """
                select customer_id, min(at) as at from signal
                where customer_id = any(:futureOf) and at > :futureAfter group by customer_id
                """,
                First.class);
    return () -> rows.all().stream().collect(Collectors.toMap(First::customerId, First::at));
  }

  /**
   * Reads everything that had happened by an instant, one customer after the other, in bounded
   * memory; needs a running transaction.
   *
   * @param wanted whose history is read at all
   */
  public void forEachHistory(
      Instant asOf, Predicate<UUID> wanted, BiConsumer<UUID, List<Signal>> action) {
    List<Row> rows = new ArrayList<>();
    Runnable end =
        () -> {
          if (!rows.isEmpty() && wanted.test(rows.get(0).customerId)) {
            action.accept(
                rows.get(0).customerId,
                rows.stream().map(row -> json.read(row.kind, row.data)).toList());
          }
          rows.clear();
        };
    database
        .sql("select * from signal where at <= :asOf order by customer_id")
        .bind("asOf", asOf)
        .forEach(
            Row.class,
            ROWS_AT_ONCE,
            row -> {
              if (!rows.isEmpty() && !rows.get(0).customerId.equals(row.customerId)) {
                end.run();
              }
              rows.add(row);
            });
    end.run();
  }

  /** The time of which visits and cancellations are known by an instant; empty while none are. */
  public Optional<Span> span(Instant asOf) {
    return database
        .sql(
            """
            select min(at) as first, max(at) as last from signal
            where kind in ('VISIT_COMPLETED', 'VISIT_MISSED', 'AGREEMENT_CANCELLED')
              and at <= :asOf
            """)
        .bind("asOf", asOf)
        .first(Span.class)
        .filter(span -> span.first != null);
  }

  /** How many signals there are, as the database estimates; good for telling progress. */
  public long roughCount() {
    return database
        .sql(
            "select cast(reltuples as bigint) from pg_class where oid = cast('signal' as regclass)")
        .one(Long.class);
  }

  /**
   * Asks, with the round trip, for the newest revisions known under the given names, withdrawn ones
   * included.
   */
  public Supplier<Map<SignalChange.Id, SignalChange>> known(
      Collection<SignalChange> changes, RoundTrip trip) {
    List<SignalChange.Id> maybeKnown =
        changes.stream()
            .filter(change -> !change.isFirst())
            .map(SignalChange::id)
            .distinct()
            .toList();
    if (maybeKnown.isEmpty()) {
      return Map::of;
    }
    RoundTrip.Rows<Row> rows =
        trip.bindColumn("knownOf", maybeKnown, SignalChange.Id::customerId)
            .bindColumn("knownKeys", maybeKnown, SignalChange.Id::key)
            .query(
                """
                select s.* from unnest(cast(:knownOf as uuid[]), cast(:knownKeys as text[]))
                  as n (customer_id, key)
                join signal s on s.customer_id = n.customer_id and s.key = n.key
                """,
                Row.class);
    return () -> byId(rows.all());
  }

  /** Those of whom a source has told anything. */
  public List<UUID> customersOf(SignalSource source) {
    return database
        .sql("select distinct customer_id from signal where source = :source")
        .bind("source", source)
        .list(UUID.class);
  }

  /**
   * Asks, with the round trip, for all that a source has told of the customers, withdrawn ones
   * included.
   */
  public Supplier<Map<SignalChange.Id, SignalChange>> from(
      SignalSource source, Collection<UUID> customers, RoundTrip trip) {
    RoundTrip.Rows<Row> rows =
        trip.bind("toldOf", customers)
            .bind("toldBy", source)
            .query(
                "select * from signal where customer_id = any(:toldOf) and source = :toldBy",
                Row.class);
    return () -> byId(rows.all());
  }

  /** Forgets, with the round trip, all that a source has told of the customers. */
  public void delete(SignalSource source, Collection<UUID> customers, RoundTrip trip) {
    trip.bind("toldOf", customers)
        .bind("toldBy", source)
        .update("delete from signal where customer_id = any(:toldOf) and source = :toldBy");
  }

  /** The keys that a source has told of the customers and not withdrawn. */
  public Map<UUID, List<SignalKey>> keysFrom(SignalSource source, Collection<UUID> customers) {
    return database
        .sql(
            """
            select customer_id, key from signal
            where customer_id = any(:customers) and source = :source and at is not null
            """)
        .bind("customers", customers)
        .bind("source", source)
        .list(Key.class)
        .stream()
        .collect(
            Collectors.groupingBy(
                Key::customerId,
                Collectors.mapping(row -> new SignalKey(row.key), Collectors.toList())));
  }

  /** Writes, with the round trip, changes over what was known under their names. */
  public void write(Collection<SignalChange> changes, RoundTrip trip) {
    if (changes.isEmpty()) {
      return;
    }
    List<SignalChange> sorted =
        changes.stream()
            .sorted(Comparator.comparing(SignalChange::customerId).thenComparing(SignalChange::key))
            .toList();
    trip.bindColumn("signalCustomers", sorted, SignalChange::customerId)
        .bindColumn("signalKeys", sorted, SignalChange::key)
        .bindColumn("signalSources", sorted, SignalChange::source)
        .bindColumn("signalRevisions", sorted, SignalChange::revision)
        .bindColumn(
            "signalKinds",
            sorted,
            change -> change.signal() == null ? null : change.signal().kind())
        .bindColumn(
            "signalAts", sorted, change -> change.signal() == null ? null : change.signal().at())
        .bindColumn(
            "signalDatas",
            sorted,
            change -> change.signal() == null ? null : json.write(change.signal()))
        .update(
            """
            insert into signal (customer_id, key, source, revision, kind, at, data)
            select * from unnest(
              cast(:signalCustomers as uuid[]), cast(:signalKeys as text[]),
              cast(:signalSources as text[]), cast(:signalRevisions as bigint[]),
              cast(:signalKinds as text[]), cast(:signalAts as timestamptz[]),
              cast(:signalDatas as jsonb[]))
            on conflict (customer_id, key) do update set
              source = excluded.source, revision = excluded.revision, kind = excluded.kind,
              at = excluded.at, data = excluded.data
            """);
  }

  void erase(@Observes CustomerErased erased) {
    database
        .sql("delete from signal where customer_id = :id")
        .bind("id", erased.customerId())
        .update();
  }

  private Map<SignalChange.Id, SignalChange> byId(List<Row> rows) {
    return rows.stream()
        .map(this::change)
        .collect(Collectors.toMap(SignalChange::id, Function.identity()));
  }

  private SignalChange change(Row row) {
    return new SignalChange(
        row.customerId,
        new SignalKey(row.key),
        row.source,
        row.revision,
        row.kind == null ? null : json.read(row.kind, row.data));
  }

  private record Row(
      UUID customerId,
      String key,
      SignalSource source,
      long revision,
      SignalKind kind,
      String data) {}

  private record Key(UUID customerId, String key) {}

  private record First(UUID customerId, Instant at) {}

  /** From when to when something is known. */
  public record Span(Instant first, Instant last) {}
}
