package io.familiarface.customers.customer;

import io.familiarface.database.Database;
import io.familiarface.rest.audit.AuditTrail;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Forgets rows of customers by their age. */
public abstract class AgedRows implements RetentionRule {
  private final String table;
  private final String entity;
  private final Database database;
  private final AuditTrail audit;
  private final Event<CustomerChanged> changed;
  private final Clock clock;

  /**
   * @param table has {@code id}, {@code customer_id} and {@code at}, with an index on the last
   * @param entity as the audit trail names one
   */
  protected AgedRows(
      String table,
      String entity,
      Database database,
      AuditTrail audit,
      Event<CustomerChanged> changed,
      Clock clock) {
    this.table = table;
    this.entity = entity;
    this.database = database;
    this.audit = audit;
    this.changed = changed;
    this.clock = clock;
  }

  private record Aged(UUID id, UUID customerId) {}

  @Override
  public Due due(Instant before) {
    return database
        .sql(
            """
            select count(*) as count, min(at) as oldest_at
            from (select at from %s where at < :before order by at limit :most) as aged\
            """
                .formatted(table))
        .bind("before", before)
        .bind("most", MOST_COUNTED)
        .one(Due.class);
  }

  @Override
  public int forget(Instant before, int most) {
    return QuarkusTransaction.requiringNew().call(() -> forgetSome(before, most));
  }

  private int forgetSome(Instant before, int most) {
    List<Aged> aged = aged(before, most);
    Set<UUID> customers =
        aged.stream().map(Aged::customerId).collect(Collectors.toCollection(TreeSet::new));
    database
        .sql("select id from customer where id = any(:ids) order by id for no key update")
        .bind("ids", customers)
        .list(UUID.class);
    List<Aged> gone = delete(aged);
    audit.eraseOf(gone.stream().map(Aged::id).toList());
    gone.forEach(
        one -> audit.changed(entity + ".expired", entity, one.id, one.customerId, null, null));
    Instant now = clock.instant();
    gone.stream()
        .map(Aged::customerId)
        .distinct()
        .sorted()
        .forEach(customer -> changed.fire(CustomerChanged.at(now, customer)));
    return aged.size();
  }

  private List<Aged> aged(Instant before, int most) {
    return database
        .sql(
            "select id, customer_id from %s where at < :before order by at limit :most"
                .formatted(table))
        .bind("before", before)
        .bind("most", most)
        .list(Aged.class);
  }

  /** Answers which of them were there still: another copy of this service may be at it as well. */
  private List<Aged> delete(List<Aged> aged) {
    return database
        .sql("delete from %s where id = any(:ids) returning id, customer_id".formatted(table))
        .bind("ids", aged.stream().map(Aged::id).toList())
        .list(Aged.class);
  }
}
