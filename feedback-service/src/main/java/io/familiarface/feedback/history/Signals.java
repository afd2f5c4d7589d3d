package io.familiarface.feedback.history;

import static io.familiarface.feedback.sql.Sql.column;

import io.familiarface.feedback.sql.Row;
import io.familiarface.feedback.sql.Sql;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.signal.SignalKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rows of {@code signal}: read and written for many customers at once. */
@ApplicationScoped
public class Signals {
  private final Sql sql;
  private final SignalJson json;

  Signals(Sql sql, SignalJson json) {
    this.sql = sql;
    this.json = json;
  }

  /** What had happened to each of the customers by an instant, in no order. */
  public Map<UUID, List<Signal>> until(Instant asOf, Collection<UUID> customers) {
    Map<UUID, List<Signal>> histories = new HashMap<>();
    sql.list(
            "select * from signal where customer_id = any(?) and at <= ?",
            this::read,
            customers.toArray(UUID[]::new),
            asOf)
        .forEach(
            found ->
                histories
                    .computeIfAbsent(found.customerId(), id -> new ArrayList<>())
                    .add(found.signal()));
    return histories;
  }

  /** What had happened to one customer by an instant, in order. */
  public List<Signal> until(Instant asOf, UUID customer) {
    return until(asOf, List.of(customer)).getOrDefault(customer, List.of()).stream()
        .sorted(Signal.ORDER)
        .toList();
  }

  /** The next of a customer's signals that lie in the future, where there is one. */
  public Map<UUID, Instant> firstAfter(Instant asOf, Collection<UUID> customers) {
    Map<UUID, Instant> first = new HashMap<>();
    sql.list(
        """
        select customer_id, min(at) as at from signal
        where customer_id = any(?) and at > ? group by customer_id
        """,
        row -> first.put(row.uuid("customer_id"), row.instant("at")),
        customers.toArray(UUID[]::new),
        asOf);
    return first;
  }

  /** Some customers of whom something is known, in the order of their ids. */
  public List<UUID> customersAfter(UUID customer, int limit) {
    return sql.list(
        """
        with recursive one as (
          (select customer_id from signal where customer_id > ? order by customer_id limit 1)
          union all
          select (select s.customer_id from signal s where s.customer_id > one.customer_id
                  order by s.customer_id limit 1)
          from one where one.customer_id is not null
        )
        select customer_id from one where customer_id is not null limit ?
        """,
        row -> row.uuid("customer_id"),
        customer,
        limit);
  }

  /** How many signals there are, as the database estimates; good for telling progress. */
  public long roughCount() {
    return sql.first(
            "select reltuples::bigint as n from pg_class where oid = 'signal'::regclass",
            row -> row.longNumber("n"))
        .orElse(0L);
  }

  /** The newest revisions known under the given names, withdrawn ones included. */
  public Map<SignalChange.Id, SignalChange> known(Collection<SignalChange> changes) {
    return sql
        .list(
            """
            select s.* from unnest(?::uuid[], ?::text[]) as n (customer_id, key)
            join signal s on s.customer_id = n.customer_id and s.key = n.key
            """,
            this::read,
            column(changes, SignalChange::customerId),
            column(changes, SignalChange::key))
        .stream()
        .collect(Collectors.toMap(SignalChange::id, Function.identity()));
  }

  /** The keys that a source has told of the customers and not withdrawn. */
  public Map<UUID, List<SignalKey>> keysFrom(SignalSource source, Collection<UUID> customers) {
    Map<UUID, List<SignalKey>> keys = new HashMap<>();
    sql.list(
        """
        select customer_id, key from signal
        where customer_id = any(?) and source = ? and at is not null
        """,
        row ->
            keys.computeIfAbsent(row.uuid("customer_id"), id -> new ArrayList<>())
                .add(new SignalKey(row.text("key"))),
        customers.toArray(UUID[]::new),
        source);
    return keys;
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
    sql.change(
        """
        insert into signal (customer_id, key, source, revision, kind, at, data)
        select * from unnest(?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::text[],
                             ?::timestamptz[], ?::jsonb[])
        on conflict (customer_id, key) do update set
          source = excluded.source, revision = excluded.revision, kind = excluded.kind,
          at = excluded.at, data = excluded.data
        """,
        column(sorted, SignalChange::customerId),
        column(sorted, SignalChange::key),
        column(sorted, SignalChange::source),
        column(sorted, SignalChange::revision),
        column(sorted, change -> change.signal() == null ? null : change.signal().kind()),
        column(sorted, change -> change.signal() == null ? null : change.signal().at()),
        column(sorted, change -> change.signal() == null ? null : json.write(change.signal())));
  }

  void forget(@Observes CustomerErased erased) {
    sql.change("delete from signal where customer_id = ?", erased.customerId());
  }

  private SignalChange read(Row row) throws SQLException {
    String kind = row.text("kind");
    return new SignalChange(
        row.uuid("customer_id"),
        new SignalKey(row.text("key")),
        SignalSource.valueOf(row.text("source")),
        row.longNumber("revision"),
        kind == null ? null : json.read(kind, row.text("data")));
  }
}
