package io.familiarface.feedback.history;

import io.familiarface.database.Database;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.signal.SignalKey;
import io.familiarface.risk.signal.SignalKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The rows of {@code signal}: read and written for many customers at once. */
@ApplicationScoped
public class Signals {
  private static final int ROWS_AT_ONCE = 5_000;

  private final Database database;
  private final SignalJson json;

  Signals(Database database, SignalJson json) {
    this.database = database;
    this.json = json;
  }

  /** What had happened to each of the customers by an instant, in no order. */
  public Map<UUID, List<Signal>> until(Instant asOf, Collection<UUID> customers) {
    Map<UUID, List<Signal>> histories = new HashMap<>();
    database
        .sql("select * from signal where customer_id = any(:customers) and at <= :asOf")
        .bind("customers", customers)
        .bind("asOf", asOf)
        .list(Row.class)
        .forEach(
            row ->
                histories
                    .computeIfAbsent(row.customerId, id -> new ArrayList<>())
                    .add(json.read(row.kind, row.data)));
    return histories;
  }

  /** What had happened to one customer by an instant, in order. */
  public List<Signal> until(Instant asOf, UUID customer) {
    return until(asOf, List.of(customer)).getOrDefault(customer, List.of()).stream()
        .sorted(Signal.ORDER)
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

  /** The next of a customer's signals that lie in the future, where there is one. */
  public Map<UUID, Instant> firstAfter(Instant asOf, Collection<UUID> customers) {
    return database
        .sql(
            """
            select customer_id, min(at) as at from signal
            where customer_id = any(:customers) and at > :asOf group by customer_id
            """)
        .bind("customers", customers)
        .bind("asOf", asOf)
        .list(First.class)
        .stream()
        .collect(Collectors.toMap(First::customerId, First::at));
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

  /** The newest revisions known under the given names, withdrawn ones included. */
  public Map<SignalChange.Id, SignalChange> known(Collection<SignalChange> changes) {
    return database
        .sql(
            """
              select s.* from unnest(
            cast(:customers as uuid[]), cast(:keys as text[]))
                as n (customer_id, key)
              join signal s on s.customer_id = n.customer_id and s.key = n.key
            """)
        .bindColumn("customers", changes, SignalChange::customerId)
        .bindColumn("keys", changes, SignalChange::key)
        .list(Row.class)
        .stream()
        .map(this::change)
        .collect(Collectors.toMap(SignalChange::id, Function.identity()));
  }

  /** Those of whom a source has told anything. */
  public List<UUID> customersOf(SignalSource source) {
    return database
        .sql("select distinct customer_id from signal where source = :source")
        .bind("source", source)
        .list(UUID.class);
  }

  /** All that a source has told of the customers, withdrawn ones included. */
  public Map<SignalChange.Id, SignalChange> from(SignalSource source, Collection<UUID> customers) {
    return database
        .sql("select * from signal where customer_id = any(:customers) and source = :source")
        .bind("customers", customers)
        .bind("source", source)
        .list(Row.class)
        .stream()
        .map(this::change)
        .collect(Collectors.toMap(SignalChange::id, Function.identity()));
  }

  public void delete(SignalSource source, Collection<UUID> customers) {
    database
        .sql("delete from signal where customer_id = any(:customers) and source = :source")
        .bind("customers", customers)
        .bind("source", source)
        .update();
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

  /** Writes changes over what was known under their names. */
  public void write(Collection<SignalChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    List<SignalChange> sorted =
        changes.stream()
            .sorted(Comparator.comparing(SignalChange::customerId).thenComparing(SignalChange::key))
            .toList();
    database
        .sql(
            """
            insert into signal (customer_id, key, source, revision, kind, at, data)
            select * from unnest(
              cast(:customerIds as uuid[]), cast(:keys as text[]), cast(:sources as text[]),
              cast(:revisions as bigint[]), cast(:kinds as text[]),
              cast(:ats as timestamptz[]), cast(:datas as jsonb[]))
            on conflict (customer_id, key) do update set
              source = excluded.source, revision = excluded.revision, kind = excluded.kind,
              at = excluded.at, data = excluded.data
            """)
        .bindColumn("customerIds", sorted, SignalChange::customerId)
        .bindColumn("keys", sorted, SignalChange::key)
        .bindColumn("sources", sorted, SignalChange::source)
        .bindColumn("revisions", sorted, SignalChange::revision)
        .bindColumn(
            "kinds", sorted, change -> change.signal() == null ? null : change.signal().kind())
        .bindColumn("ats", sorted, change -> change.signal() == null ? null : change.signal().at())
        .bindColumn(
            "datas", sorted, change -> change.signal() == null ? null : json.write(change.signal()))
        .update();
  }

  void erase(@Observes CustomerErased erased) {
    database
        .sql("delete from signal where customer_id = :id")
        .bind("id", erased.customerId())
        .update();
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
