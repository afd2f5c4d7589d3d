package io.familiarface.rest.audit;

import io.familiarface.database.Database;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Seals what the audit trail says: each seal proves a run of entries and the seal before it, so
 * that nothing can be changed, added or taken away behind it unseen. Entries are sealed a little
 * later than they are written: a chain that writers had to keep would make them wait for each
 * other.
 */
@ApplicationScoped
public class AuditSeals {
  private static final int ENTRIES = 1_000;

  /**
   * An entry has the time at which its transaction began: as long as one is open, an entry of that
   * time may be to come. The seconds are for one that has begun and is not seen yet.
   */
  private static final String SEAL =
      """
      with last as (
        select number, hash, until_at, until_id from audit_seal order by number desc limit 1
        for update),
      settled as (
        select least(now() - make_interval(secs => :seconds), min(xact_start)) as at
        from pg_stat_activity where datname = current_database()),
      due as (
        select e.id, e.at, audit_entry_digest(e) as digest
        from audit_entry e
        -- As values, not joined: the index is entered where the last seal ends.
        where (e.at, e.id) > ((select until_at from last), (select until_id from last))
          and e.at < (select at from settled)
        order by e.at, e.id limit %d),
      run as (
        select count(*) as entries, (array_agg(at order by at desc, id desc))[1] as until_at,
          (array_agg(id order by at desc, id desc))[1] as until_id,
          string_agg(digest, '' order by at, id) as digests
        from due having count(*) > 0)
      insert into audit_seal (number, entries, until_at, until_id, hash)
      select last.number + 1, run.entries, run.until_at, run.until_id,
        audit_seal_hash(last.hash, last.number + 1, run.entries, run.until_at, run.until_id, run.digests)
      from last, run
      -- Another copy of the service has sealed them while this one waited.
      on conflict (number) do nothing
      """
          .formatted(ENTRIES);

  private static final String CHECK =
      """
      select s.number, s.number = s.previous + 1 as follows, s.entries,
        nullif(s.from_at, '-infinity') as from_at, s.until_at, run.entries as found, s.entries = run.entries and s.hash = audit_seal_hash(
          s.previous_hash, s.number, s.entries, s.until_at, s.until_id, run.digests) as holds,
        run.changed
      from (
        select number, entries, until_at, until_id, hash, lag(number) over chain as previous,
          lag(hash) over chain as previous_hash, lag(until_at) over chain as from_at,
          lag(until_id) over chain as from_id
        from audit_seal window chain as (order by number)) s
      cross join lateral (
        select count(*)::int as entries,
          coalesce(string_agg(audit_entry_digest(e), '' order by e.at, e.id), '') as digests,
          coalesce(array_agg(e.id order by e.at, e.id) filter (
            where num_nonnulls(e.salt, e.before, e.after) > 0
              and e.digest is distinct from audit_states_digest(e.salt, e.before, e.after)), '{}')
            as changed
        from audit_entry e
        where (e.at, e.id) > (s.from_at, s.from_id) and (e.at, e.id) <= (s.until_at, s.until_id)
      ) run
      where s.number > 0 and s.until_at >= :from
      order by s.number
      """;

  private final Database database;

  AuditSeals(Database database) {
    this.database = database;
  }

  /**
   * A seal set beside what is there.
   *
   * @param follows whether no seal is missing before it
   * @param entries how many it was given for
   * @param fromAt the time of the last entry before them; null for none
   * @param found how many there are
   * @param holds whether they are the same, apart from their states
   * @param changed those of which the states are others
   */
  record Checked(
      long number,
      boolean follows,
      int entries,
      Instant fromAt,
      Instant untilAt,
      int found,
      Boolean holds,
      List<UUID> changed) {}

  /** The newest seal; number 0 while there is none. */
  record Head(long number, Instant untilAt, String hash) {}

  @Scheduled(
      every = "30s",
      delayed = "30s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sealSettled() {
    while (seal(5) > 0) {
      // There may be more.
    }
  }

  /**
   * Seals the entries of transactions that began so many seconds ago or earlier, a thousand at
   * most.
   *
   * @return how many seals were added, none or one
   */
  @Transactional
  int seal(int seconds) {
    return database.sql(SEAL).bind("seconds", seconds).update();
  }

  /** Reckons all seals again that prove entries from an instant on, oldest first. */
  List<Checked> check(Instant from) {
    return database.sql(CHECK).bind("from", from).list(Checked.class);
  }

  Head head() {
    return database
        .sql(
            """
            select number, nullif(until_at, '-infinity') as until_at, encode(hash, 'hex') as hash
            from audit_seal order by number desc limit 1
            """)
        .one(Head.class);
  }

  /** Whether there is, unchanged, a seal that was noted. */
  boolean isKnown(long number, String hash) {
    return database
        .sql(
            "select exists (select 1 from audit_seal where number = :number and hash = decode(:hash, 'hex'))")
        .bind("number", number)
        .bind("hash", hash)
        .one(Boolean.class);
  }
}
