package io.familiarface.rest.testing.plan;

/** What every service has tables for: events to serve, answers to repeat, changes to prove. */
public final class FilledConventions {
  private FilledConventions() {}

  /** Tens of thousands of each, on this feed of the service; events set aside are few. */
  public static void fill(LargeTables tables, String feed, String type) {
    tables.fill(
        "feed_event",
        """
        insert into feed_event (feed, position, id, type, subject, time, deleted, data)
        select '%1$s', 1000 + n, key(900, n), '%2$s', key(1, n %% 50000)::text, now(), false, '{}'
        from generate_series(1, 100000) n;
        update feed set head = 101000 where name = '%1$s'
        """
            .formatted(feed, type));
    tables.fill(
        "audit_entry",
        """
        insert into audit_entry (id, actor, action, entity_type, entity_id, person_id)
        select key(901, n), 'somebody', 'changed', 'thing', key(4, n), key(1, n)
        from generate_series(1, 20000) n
        """);
    tables.fill(
        "idempotency_key",
        """
        insert into idempotency_key (caller, key, fingerprint, status, body)
        select 'caller ' || n % 10, 'key ' || n, '\\x00', 201, '{}'
        from generate_series(1, 100000) n
        """);
    tables.fill(
        "feed_parked",
        """
        insert into feed_parked (feed, position, id, source, type, subject, time, deleted, data, problem)
        select 'feedback', n, key(902, n), 'test', 'test', key(1, n)::text, now(), false, '{}', 'x'
        from generate_series(1, 200) n
        """);
  }

  /** Reads what every service shows of these tables, by each of its filters. */
  public static void readAudit(Operations operations, Object person) {
    operations.pages("/v1/audit");
    operations.pages("/v1/audit?from=2026-01-01&to=2100-01-01");
    operations.pages("/v1/audit?actor=somebody");
    operations.pages("/v1/audit?actor=nobody");
    operations.pages("/v1/audit?action=changed");
    operations.pages("/v1/audit?action=read");
    operations.pages("/v1/audit?person=" + person);
    operations.get("/v1/audit/verification");
  }
}
